using System.Globalization;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Domain.Tests.Statistics.Performance;

/// <summary>Which of our statistics stands for a function of empyrical or quantstats, in their sign.</summary>
internal static class MetricVectors
{
    /// <summary>A statistic of returns with so many periods a year.</summary>
    internal delegate double Single(double[] returns, double perYear);

    /// <summary>A statistic of returns beside a benchmark's.</summary>
    internal delegate double Double(double[] returns, double[] benchmark, double perYear);

    // The packages' names with their parameters; where the figure is a loss, ours is positive and theirs negative.
    private static readonly Dictionary<string, Single> Singles = new(StringComparer.Ordinal)
    {
        ["sharpe_ratio[rf0]"] = (r, p) => SharpeRatio.Annual(r, p),
        ["sharpe_ratio[rf0.0001]"] = (r, p) => SharpeRatio.Annual(r, p, 0.0001),
        ["sharpe[rf=0]"] = (r, p) => SharpeRatio.Annual(r, p),
        ["sharpe[rf=0.02]"] = (r, p) => SharpeRatio.Annual(r, p, RiskFreeRate.PerPeriod(0.02, p)),
        ["sortino_ratio[mar=0]"] = (r, p) => SortinoRatio.Annual(r, p),
        ["sortino_ratio[mar=0.0001]"] = (r, p) => SortinoRatio.Annual(r, p, 0.0001),
        ["sortino[rf=0]"] = (r, p) => SortinoRatio.Annual(r, p),
        ["sortino[rf=0.02]"] = (r, p) => SortinoRatio.Annual(r, p, RiskFreeRate.PerPeriod(0.02, p)),
        ["downside_risk[mar=0]"] = (r, p) => DownsideDeviation.Annual(r, p),
        ["downside_risk[mar=0.0001]"] = (r, p) => DownsideDeviation.Annual(r, p, 0.0001),
        ["omega_ratio[rf0,required 0]"] = (r, _) => OmegaRatio.Of(r),
        ["omega_ratio[rf0.0001,required 0]"] = (r, _) => OmegaRatio.Of(r, 0.0001),
        ["omega_ratio[rf0,required 0.05,A=P]"] = (r, p) => OmegaRatio.Of(r, RiskFreeRate.PerPeriod(0.05, p)),
        ["omega[rf=0,required 0.05]"] = (r, p) => OmegaRatio.Of(r, RiskFreeRate.PerPeriod(0.05, p)),
        ["annual_return"] = AnnualReturnOf,
        ["cagr"] = AnnualReturnOf,
        ["annual_volatility"] = (r, p) => AnnualVolatility.Of(r, p),
        ["volatility"] = (r, p) => AnnualVolatility.Of(r, p),
        ["calmar_ratio"] = (r, p) => CalmarRatio.Of(r, p),
        ["calmar"] = (r, p) => CalmarRatio.Of(r, p),
        ["max_drawdown"] = (r, _) => -MaximumDrawdown.Of(r),
        ["tail_ratio"] = (r, _) => TailRatio.Of(r),
        ["stability_of_timeseries"] = (r, _) => Stability.Of(r),
        ["cum_returns_final"] = (r, _) => TotalReturn.Of(r),
        ["ulcer_index"] = (r, _) => UlcerIndex.Of(r),
        ["profit_factor"] = (r, _) => ProfitFactor.Of(r),
        ["payoff_ratio"] = (r, _) => PayoffRatio.Of(r),
        ["win_rate"] = (r, _) => WinRate.OfDecided(r),
        ["kelly_criterion"] = (r, _) => KellyFraction.Of(r),
        ["consecutive_wins"] = (r, _) => Streaks.Of(r).Wins,
        ["consecutive_losses"] = (r, _) => Streaks.Of(r).Losses,
        ["value_at_risk[0.95]"] = (r, _) => -ValueAtRisk.Gaussian(r),
        ["value_at_risk[0.99]"] = (r, _) => -ValueAtRisk.Gaussian(r, 0.01),
        ["cvar_parametric[0.95]"] = (r, _) => -ExpectedShortfall.Gaussian(r),
        ["cvar_parametric[0.99]"] = (r, _) => -ExpectedShortfall.Gaussian(r, 0.01),
        ["cvar_historical[0.95]"] = (r, _) => -ExpectedShortfall.Historical(r),
        ["cvar_historical[0.99]"] = (r, _) => -ExpectedShortfall.Historical(r, 0.01),
    };

    private static readonly Dictionary<string, Double> Doubles = new(StringComparer.Ordinal)
    {
        ["alpha[rf=0]"] = (r, b, p) => Alpha.Annual(r, b, p),
        ["alpha[rf=0.0001]"] = (r, b, p) => Alpha.Annual(r, b, p, 0.0001),
        ["beta[rf=0]"] = (r, b, _) => Beta.Of(r, b),
        ["beta[rf=0.0001]"] = (r, b, _) => Beta.Of(r, b),
        ["capture"] = (r, b, p) => CaptureRatio.Of(r, b, p),
        ["up_capture"] = (r, b, p) => CaptureRatio.Up(r, b, p),
        ["down_capture"] = (r, b, p) => CaptureRatio.Down(r, b, p),
        ["excess_sharpe"] = (r, b, _) => InformationRatio.PerPeriod(r, b),
        ["information_ratio"] = (r, b, _) => InformationRatio.PerPeriod(r, b),
        ["greeks.alpha"] = (r, b, p) => Alpha.AnnualArithmetic(r, b, p),
        ["greeks.beta"] = (r, b, _) => Beta.Of(r, b),
    };

    /// <summary>Our value of a function; null for one that we do not have.</summary>
    public static double? Of(string function, double[] returns, double perYear)
    {
        if (Singles.TryGetValue(function, out var single)) return single(returns, perYear);
        var cut = function.IndexOf("cutoff=", StringComparison.Ordinal);
        if (cut < 0) return null;
        var tail = double.Parse(function[(cut + 7)..^1], CultureInfo.InvariantCulture);
        return function.StartsWith("value", StringComparison.Ordinal) ? -ValueAtRisk.Historical(returns, tail) : -ExpectedShortfall.Historical(returns, tail);
    }

    /// <summary>Our value of a function of two series; null for one that we do not have.</summary>
    public static double? Of(string function, double[] returns, double[] benchmark, double perYear) =>
        Doubles.TryGetValue(function, out var of) ? of(returns, benchmark, perYear) : null;

    private static double AnnualReturnOf(double[] returns, double perYear) => AnnualReturn.Of(returns, perYear);
}
