using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Domain.Tests.Statistics.Performance;

public class HandWorkedMetricTests
{
    private static readonly DateTime Start = new(2023, 12, 30, 0, 0, 0, DateTimeKind.Utc);

    // Red Rock Capital's example: 17, 15, 23, −5, 12, 9, 13, −4 % a year (methods.md §6).
    [Fact]
    public void SortinoRatio_RedRock_IsThePublishedValue() =>
        SortinoRatio.Annual([0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04], 1).ShouldBe(4.417261, 1e-6);

    [Theory]
    [InlineData(-1)]
    [InlineData(-1.2)]
    public void AnnualReturn_TotalLoss_IsMinusOne(double total) => AnnualReturn.Of(total, 10, 252).ShouldBe(-1);

    [Fact]
    public void AnnualReturn_HalfAYear_IsCompounded() => AnnualReturn.Of(0.1, 126, 252).ShouldBe(0.21, 1e-12);

    // 1 → 1.21 in a year of two periods; deviation of 0.1 and 0.1 is 0.
    [Fact]
    public void SharpeRatioGeometric_TwoPeriods_IsTheWorkedExample()
    {
        SharpeRatio.Geometric([0.1, 0.1], 2).ShouldBe(double.NaN);
        SharpeRatio.Geometric([0.2, 0], 2).ShouldBe(0.2 / (Math.Sqrt(0.02) * Math.Sqrt(2)), 1e-12);
    }

    public static TheoryData<string, Func<double[], double>> Figures => new()
    {
        { "total return", r => TotalReturn.Of(r) }, { "annual return", r => AnnualReturn.Of(r, 252) }, { "volatility", r => AnnualVolatility.Of(r, 252) },
        { "sharpe", r => SharpeRatio.Annual(r, 252) }, { "sortino", r => SortinoRatio.Annual(r, 252) }, { "downside", r => DownsideDeviation.PerPeriod(r) },
        { "drawdown", r => MaximumDrawdown.Of(r) }, { "calmar", r => CalmarRatio.Of(r, 252) }, { "omega", r => OmegaRatio.Of(r) }, { "tail ratio", r => TailRatio.Of(r) },
        { "stability", r => Stability.Of(r) }, { "var", r => ValueAtRisk.Historical(r) }, { "gaussian var", r => ValueAtRisk.Gaussian(r) },
        { "cvar", r => ExpectedShortfall.Historical(r) }, { "gaussian cvar", r => ExpectedShortfall.Gaussian(r) }, { "ulcer", r => UlcerIndex.Of(r) },
        { "beta", r => Beta.Of(r, r) }, { "alpha", r => Alpha.Annual(r, r, 252) }, { "information ratio", r => InformationRatio.PerPeriod(r, new double[r.Length]) },
        { "capture", r => CaptureRatio.Of(r, r, 252) }, { "win rate", r => WinRate.Of(r) }, { "decided win rate", r => WinRate.OfDecided(r) },
        { "profit factor", r => ProfitFactor.Of(r) }, { "payoff", r => PayoffRatio.Of(r) }, { "kelly", r => KellyFraction.Of(r) }, { "sqn", r => SystemQualityNumber.Of(r) },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_NoReturn_DoesNotExist(string name, Func<double[], double> figure) => figure([]).ShouldBe(double.NaN, name);

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_AMissingReturn_DoesNotExist(string name, Func<double[], double> figure) => figure([0.01, -0.02, double.NaN, 0.03]).ShouldBe(double.NaN, name);

    [Fact]
    public void Beta_OtherLength_IsRefused() => Should.Throw<ArgumentException>(() => Beta.Of([1, 2], [1])).Message.ShouldContain("There are 2 returns and 1 of the benchmark");

    // 100 → 110 → 99 → 104.5 → 121 → 108.9: falls of 10 % from 110, recovered at the fourth value, and of 10 % from 121, which lasts.
    [Fact]
    public void DrawdownPeriod_TwoFalls_AreTheWorkedExample()
    {
        double[] equity = [110, 99, 104.5, 121, 108.9];
        var falls = DrawdownPeriod.Of(100, equity);
        falls.Count.ShouldBe(2);
        falls[0].ShouldBe(new DrawdownPeriod(0, 1, 3, 11.0 / 110, 3));
        falls[0].RecoveryPeriods.ShouldBe(2);
        falls[1].Recovery.ShouldBeNull();
        falls[1].RecoveryPeriods.ShouldBeNull();
        falls[1].DepthFraction.ShouldBe(0.1, 1e-12);
        falls[1].Periods.ShouldBe(1);
        DrawdownPeriod.Underwater(100, equity).ShouldBe([0, 0.1, 0.05, 0, 0.1], 1e-12);
    }

    [Fact]
    public void DrawdownPeriod_FallFromTheStart_HasThePeakBeforeTheFirst() => DrawdownPeriod.Of(100, [90, 100]).ShouldBe([new DrawdownPeriod(-1, 0, 1, 0.1, 2)]);

    [Fact]
    public void DrawdownPeriod_NoFall_IsNone() => DrawdownPeriod.Of(100, [100, 101]).ShouldBeEmpty();

    // Two days of December, then all of January to the second of February.
    [Fact]
    public void MonthlyReturn_AcrossAYear_IsFromMonthEndToMonthEnd()
    {
        DateTime[] times = [.. Enumerable.Range(0, 35).Select(day => Start.AddDays(day))];
        double[] equity = [.. times.Select(time => time.Month switch { 12 => 110.0, 1 => 99.0, _ => 198.0 })];
        var months = MonthlyReturn.Of(times, 100, equity);
        months.Select(month => (month.Year, month.Month)).ShouldBe([(2023, 12), (2024, 1), (2024, 2)]);
        months.Select(month => month.ReturnFraction).ShouldBe([0.1, -0.1, 1], 1e-12);
        MonthlyReturn.Years(months).Select(year => Math.Round(year.ReturnFraction, 12)).ShouldBe([0.1, 0.8]);
    }

    // +100, −50, +40, +10, −20 and one still open: mean 16, deviation 57.706 (divisor 4).
    [Fact]
    public void TradeStatistics_FiveTrades_AreTheWorkedExample()
    {
        double[] profits = [100, -50, 40, 10, -20];
        var trades = profits.Select((profit, i) => new Trade(Start.AddDays(i), 1, Start.AddDays(i + 1), 1, i == 0 ? -1 : 1, 0, profit)).Append(new(Start, 1, null, double.NaN, 1, 0, 7)).ToList();
        var statistics = TradeStatistics.Of(trades);
        statistics.Count.ShouldBe(5);
        statistics.WinRateFraction.ShouldBe(0.6);
        statistics.ProfitFactor.ShouldBe(150.0 / 70, 1e-12);
        statistics.PayoffRatio.ShouldBe(50.0 / 35, 1e-12);
        statistics.Expectancy.ShouldBe(16, 1e-12);
        statistics.AverageWin.ShouldBe(50);
        statistics.AverageLoss.ShouldBe(35);
        statistics.Best.ShouldBe(100);
        statistics.Worst.ShouldBe(-50);
        statistics.KellyFraction.ShouldBe(0.6 - (0.4 / (50.0 / 35)), 1e-12);
        statistics.SystemQualityNumber.ShouldBe(Math.Sqrt(5) * 16 / Math.Sqrt(13320.0 / 4), 1e-12);
        statistics.Streaks.ShouldBe(new Streaks(2, 1));
        statistics.AverageDuration.ShouldBe(TimeSpan.FromDays(1));
        statistics.LongFraction.ShouldBe(0.8);
    }

    [Fact]
    public void TradeStatistics_NoTrade_HasNoFigures()
    {
        var none = TradeStatistics.Of([]);
        none.Count.ShouldBe(0);
        none.WinRateFraction.ShouldBe(double.NaN);
        none.Best.ShouldBe(double.NaN);
        none.AverageDuration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void SystemQualityNumberCapped_ManyTrades_CountsAHundred()
    {
        double[] profits = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? 2.0 : -1)];
        SystemQualityNumber.Capped(profits).ShouldBe(SystemQualityNumber.Of(profits) / 2, 1e-12);
    }
}
