using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Reporting.Backtests;

/// <summary>All figures of a back-test, each with its convention.</summary>
public static class BacktestMetrics
{
    private const string Still = "returns do not vary", NoLoss = "no losing bar", NoFall = "no drawdown", NoTrade = "no closed trade", NoLoser = "no losing trade", OneSided = "winners and losers are needed";

    /// <summary>Every figure, in the order in which people read them.</summary>
    public static IReadOnlyList<BacktestMetric> All { get; } = [.. Returns(), .. Risk(), .. Skill(), .. AgainstHolding(), .. Trades(), .. Activity()];

    private static IEnumerable<BacktestMetric> Returns()
    {
        const string Group = "Returns";
        yield return new("totalReturnFraction", "total return", Group, side => side.Metrics.TotalReturnFraction, Signed, "final equity over starting cash − 1, after costs", string.Empty) { IsHeadline = true };
        yield return new("annualReturnFraction", "return a year", Group, side => side.Metrics.AnnualReturnFraction, Signed, "geometric, by the bars a year of the market's calendar", string.Empty) { IsHeadline = true };
        yield return new("annualVolatilityFraction", "volatility a year", Group, side => side.Metrics.AnnualVolatilityFraction, Percent, "standard deviation (n − 1) × √bars a year", Still) { IsHeadline = true };
        yield return new("bestBarFraction", "best bar", Group, side => side.Returns.Max(), Signed, "largest return of a bar", string.Empty);
        yield return new("worstBarFraction", "worst bar", Group, side => side.Returns.Min(), Signed, "smallest return of a bar", string.Empty);
        yield return new("bestMonthFraction", "best month", Group, side => side.Months.Max(month => month.ReturnFraction), Signed, "calendar months, UTC", string.Empty);
        yield return new("worstMonthFraction", "worst month", Group, side => side.Months.Min(month => month.ReturnFraction), Signed, "calendar months, UTC", string.Empty);
        yield return new("winningMonthsFraction", "winning months", Group, side => (double)side.Months.Count(month => month.ReturnFraction > 0) / side.Months.Count, Percent, "share of calendar months above 0", string.Empty);
        yield return new("winningBarsFraction", "winning bars", Group, side => (double)side.Returns.Count(value => value > 0) / side.Returns.Length, Percent, "share of bars above 0", string.Empty);
        yield return new("bestYearFraction", "best year", Group, side => MonthlyReturn.Years(side.Months).Max(year => year.ReturnFraction), Signed, "calendar years, UTC, incomplete ones too", string.Empty);
        yield return new("worstYearFraction", "worst year", Group, side => MonthlyReturn.Years(side.Months).Min(year => year.ReturnFraction), Signed, "calendar years, UTC, incomplete ones too", string.Empty);
        yield return new("skewness", "skewness", Group, side => side.Metrics.Moments.Skewness, Ratio, "of returns a bar; normal is 0", Still);
        yield return new("kurtosis", "kurtosis", Group, side => side.Metrics.Moments.Kurtosis, Ratio, "raw, of returns a bar; normal is 3", Still);
    }

    private static IEnumerable<BacktestMetric> Risk()
    {
        const string Group = "Risk";
        yield return new("maxDrawdownFraction", "largest drawdown", Group, side => side.Metrics.MaxDrawdownFraction, Percent, "fall from the highest equity so far", string.Empty) { IsHeadline = true };
        yield return new("longestDrawdownBars", "longest drawdown", Group, side => side.Drawdowns.Select(fall => fall.Periods).DefaultIfEmpty().Max(), Bars, "from a high until it is reached again, or the end", string.Empty);
        yield return new("averageDrawdownFraction", "average drawdown", Group, side => side.Drawdowns.Count == 0 ? double.NaN : side.Drawdowns.Average(fall => fall.DepthFraction), Percent, "mean depth of all falls below a high", NoFall);
        yield return new("longestRecoveryBars", "longest recovery", Group, side => side.Drawdowns.Max(fall => (double?)fall.RecoveryPeriods) ?? double.NaN, Bars, "from a trough until the high before it is reached again", "no recovered drawdown");
        yield return new("ulcerIndexFraction", "ulcer index", Group, side => UlcerIndex.Of(side.Returns), Percent, "root mean square of the drawdown", string.Empty);
        yield return new("valueAtRiskFraction", "value at risk 95 %", Group, side => ValueAtRisk.Historical(side.Returns), Percent, "a bar, from the sample", string.Empty);
        yield return new("conditionalValueAtRiskFraction", "expected shortfall 95 %", Group, side => ExpectedShortfall.Historical(side.Returns), Percent, "a bar, mean of the worst 5 %", string.Empty);
        yield return new("downsideDeviationFraction", "downside deviation", Group, side => DownsideDeviation.Annual(side.Returns, side.PerYear), Percent, "a year, from 0, all bars in the mean", string.Empty);
    }

    private static IEnumerable<BacktestMetric> Skill()
    {
        const string Group = "Risk-adjusted";
        yield return new("sharpe", "Sharpe ratio", Group, side => side.Metrics.Sharpe, Ratio, "arithmetic mean over standard deviation × √bars a year, risk-free 0", Still) { IsHeadline = true };
        yield return new("probabilisticSharpe", "probabilistic Sharpe ratio", Group, side => ProbabilisticSharpeRatio.Of(side.Metrics.SharpePerPeriod, side.Metrics.Moments), Probability, "probability that the true ratio is above 0, if this is the only test", Still);
        yield return new("minimumTrackRecordBars", "minimum track record", Group, side => Math.Ceiling(MinimumTrackRecordLength.Of(side.Metrics.SharpePerPeriod, side.Metrics.Moments)), Bars, "bars after which this ratio would rule out 0 at 95 %", "the ratio is not above 0");
        yield return new("sortino", "Sortino ratio", Group, side => SortinoRatio.Annual(side.Returns, side.PerYear), Ratio, "mean over downside deviation × √bars a year, target 0", NoLoss) { IsHeadline = true };
        yield return new("calmar", "Calmar ratio", Group, side => CalmarRatio.Of(side.Returns, side.PerYear), Ratio, "return a year over largest drawdown, whole record", NoFall) { IsHeadline = true };
        yield return new("omega", "Omega ratio", Group, side => OmegaRatio.Of(side.Returns), Ratio, "gains over losses of bars, threshold 0", NoLoss);
        yield return new("tailRatio", "tail ratio", Group, side => TailRatio.Of(side.Returns), Ratio, "95 % quantile over 5 % quantile, unsigned", "the 5 % quantile is 0");
        yield return new("stability", "stability", Group, side => Stability.Of(side.Returns), Ratio, "R² of cumulative log returns against time", Still);
    }

    private static IEnumerable<BacktestMetric> AgainstHolding()
    {
        const string Group = "Against holding";
        yield return Compared("beta", "beta", side => Beta.Of(side.Returns, side.Holding), Ratio, "covariance over variance of holding");
        yield return Compared("alphaFraction", "alpha a year", side => Alpha.Annual(side.Returns, side.Holding, side.PerYear), Signed, "Jensen's, compounded, risk-free 0");
        yield return Compared("correlation", "correlation", side => Correlation(side), Ratio, "of returns a bar with those of holding");
        yield return Compared("trackingErrorFraction", "tracking error", side => Moments.Of(Paired(side)).StandardDeviation * Math.Sqrt(side.PerYear), Percent, "standard deviation (n − 1) of the differences × √bars a year");
        yield return Compared("informationRatio", "information ratio", side => InformationRatio.Annual(side.Returns, side.Holding, side.PerYear), Ratio, "of the differences × √bars a year");
        yield return Compared("upCapture", "up capture", side => CaptureRatio.Up(side.Returns, side.Holding, side.PerYear), Ratio, "annual returns in bars in which holding gained");
        yield return Compared("downCapture", "down capture", side => CaptureRatio.Down(side.Returns, side.Holding, side.PerYear), Ratio, "annual returns in bars in which holding lost");

        static BacktestMetric Compared(string key, string name, Func<BacktestSide, double> of, Func<double, string> text, string convention) =>
            new(key, name, Group, of, text, convention, "the market does not vary") { OfHolding = false };
    }

    private static IEnumerable<BacktestMetric> Trades()
    {
        yield return Trade("closedTrades", "closed trades", side => side.Trades.Count, Count, "round trips from flat to flat", string.Empty) with { IsHeadline = true };
        yield return Trade("winRateFraction", "winning trades", side => side.Trades.WinRateFraction, Percent, "share with a profit after fees", NoTrade) with { IsHeadline = true };
        yield return Trade("profitFactor", "profit factor", side => side.Trades.ProfitFactor, Ratio, "profits over losses, after fees", NoLoser) with { IsHeadline = true };
        yield return Trade("payoffRatio", "payoff ratio", side => side.Trades.PayoffRatio, Ratio, "mean profit over mean loss", OneSided);
        yield return Trade("expectancy", "expectancy", side => side.Trades.Expectancy, Money, "mean profit of a trade, in money", NoTrade);
        yield return Trade("averageWin", "average winner", side => side.Trades.AverageWin, Money, "in money", "no winning trade");
        yield return Trade("averageLoss", "average loser", side => side.Trades.AverageLoss, Money, "in money", NoLoser);
        yield return Trade("bestTrade", "best trade", side => side.Trades.Best, Money, "in money", NoTrade);
        yield return Trade("worstTrade", "worst trade", side => side.Trades.Worst, Money, "in money", NoTrade);
        yield return Trade("systemQualityNumber", "system quality number", side => side.Trades.SystemQualityNumber, Ratio, "√trades × mean over standard deviation of profits", "fewer than two trades, or equal ones");
        yield return Trade("kellyFraction", "Kelly fraction", side => side.Trades.KellyFraction, Ratio, "of trades, by win rate and payoff ratio", OneSided);
        yield return Trade("winningStreak", "longest winning streak", side => side.Trades.Streaks.Wins, Count, "trades in a row", string.Empty);
        yield return Trade("losingStreak", "longest losing streak", side => side.Trades.Streaks.Losses, Count, "trades in a row", string.Empty);
        yield return Trade("averageTradeDays", "average trade", side => side.Trades.Count == 0 ? double.NaN : side.Trades.AverageDuration.TotalDays, Days, "calendar days from entry to exit", NoTrade);
        yield return Trade("longTradesFraction", "long trades", side => side.Trades.LongFraction, Percent, "share of closed trades", NoTrade);

        static BacktestMetric Trade(string key, string name, Func<BacktestSide, double> of, Func<double, string> text, string convention, string missing) =>
            new(key, name, "Trades", of, text, convention, missing) { OfHolding = false };
    }

    private static IEnumerable<BacktestMetric> Activity()
    {
        const string Group = "Activity and costs";
        yield return new("exposureFraction", "time in the market", Group, side => side.Metrics.ExposureFraction, Percent, "share of bars at whose close a position was held", string.Empty) { IsHeadline = true };
        yield return new("turnoverPerYear", "turnover a year", Group, side => side.Metrics.TurnoverPerYear, value => Ratio(value) + "\u00a0×", "traded value over equity", string.Empty);
        yield return new("fills", "fills", Group, side => side.FillCount, Count, "executed orders", string.Empty);
        yield return new("fees", "fees", Group, side => side.Fees, Money, "in money, without spread and slippage", string.Empty) { IsHeadline = true };
        yield return new("feesFraction", "fees of the starting cash", Group, side => side.Metrics.FeesFraction, Percent, "without spread and slippage", string.Empty);
        yield return new("finalEquity", "final equity", Group, side => side.Equity[^1], Money, "cash and position at the last close", string.Empty) { IsHeadline = true };
    }

    private static double[] Paired(BacktestSide side) => [.. side.Returns.Zip(side.Holding, (own, held) => own - held)];

    // The slope in units of both deviations.
    private static double Correlation(BacktestSide side) =>
        Beta.Of(side.Returns, side.Holding) * Moments.Of(side.Holding).StandardDeviation / side.Metrics.Moments.StandardDeviation;

    private static string Probability(double value) => Numbers.Probability(value);

    private static string Percent(double value) => Numbers.Percent(value);

    private static string Signed(double value) => Numbers.Percent(value, signed: true);

    private static string Ratio(double value) => Numbers.Ratio(value);

    private static string Count(double value) => Numbers.Count(value);

    private static string Money(double value) => Numbers.Money(value);

    private static string Bars(double value) => Numbers.Count(value) + "\u00a0bars";

    private static string Days(double value) => Numbers.Count(Math.Round(value, 1)) + "\u00a0d";
}
