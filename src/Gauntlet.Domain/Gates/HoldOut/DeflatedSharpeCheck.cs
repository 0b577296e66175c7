using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Probability that the candidate's true Sharpe ratio exceeds what the best of all trials shows by luck.</summary>
/// <remarks>
/// Judged on the whole record, the walk-forward folds and the hold-out, because the choice among N trials was made on the folds. The
/// variance is that of the trials' Sharpe ratios, but at most 1/(n − 1): under the null hypothesis that no trial is any good they
/// cannot scatter more than sampling error, and what they scatter beyond it comes from true differences, such as costs, which luck
/// does not explain.
/// </remarks>
internal sealed class DeflatedSharpeCheck(double minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        var record = evidence.Record;
        if (record.SharpePerPeriod is not { } sharpe)
        {
            return CheckResult.RequireAtLeast("deflated-sharpe-ratio", double.NaN, minimum, Unit.Probability, "returns that do not vary have no Sharpe ratio");
        }

        var variance = DeflationCurve.Variance(evidence);
        var deflated = DeflatedSharpeRatio.Of(sharpe, record.ToMoments(), evidence.Trials.CentralCount, variance);
        var scale = Math.Sqrt(record.PeriodsPerYear);
        return CheckResult.RequireAtLeast(
            "deflated-sharpe-ratio",
            deflated.Probability,
            minimum,
            Unit.Probability,
            $"its annual Sharpe ratio over {record.Periods} bars of folds and hold-out is {sharpe * scale:F2}; the best of {evidence.Trials.CentralCount} worthless trials would show {deflated.Benchmark * scale:F2}");
    }
}
