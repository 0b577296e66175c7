using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Probability that the hold-out's true Sharpe ratio is positive.</summary>
internal sealed class ProbabilisticSharpeCheck(double minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        var sample = evidence.Candidate.Sample;
        var probability = sample.SharpePerPeriod is { } sharpe ? ProbabilisticSharpeRatio.Of(sharpe, sample.ToMoments()) : double.NaN;
        return CheckResult.RequireAtLeast(
            "probabilistic-sharpe-ratio",
            probability,
            minimum,
            Unit.Probability,
            $"over {sample.Periods} bars of hold-out the true Sharpe ratio is positive with probability {probability:F3}");
    }
}
