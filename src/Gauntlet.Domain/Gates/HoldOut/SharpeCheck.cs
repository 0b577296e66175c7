using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Annual Sharpe ratio of the hold-out, with the interval that its length and moments allow.</summary>
internal sealed class SharpeCheck(double minimum) : IGateCheck<BacktestEvidence>
{
    private const double Level = 0.95;

    public CheckResult Judge(BacktestEvidence evidence)
    {
        var sample = evidence.Candidate.Sample;
        return CheckResult.RequireAtLeast(
            "sharpe-ratio",
            sample.SharpePerYear ?? double.NaN,
            minimum,
            Unit.Ratio,
            sample.SharpePerYear is { } sharpe ? $"the annual Sharpe ratio over {sample.Periods} bars of hold-out is {sharpe:F2}" : "returns that do not vary have no Sharpe ratio",
            Interval(sample));
    }

    private static Interval? Interval(SharpeSample sample)
    {
        if (sample.SharpePerPeriod is not { } sharpe) return null;
        var half = Normal.Quantile((1 + Level) / 2) * SharpeStandardError.Of(sharpe, sample.ToMoments());
        var scale = Math.Sqrt(sample.PeriodsPerYear);
        return new((sharpe - half) * scale, (sharpe + half) * scale, Level);
    }
}
