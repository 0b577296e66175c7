using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.HoldOut;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates;

/// <summary>Gate 1: the back-test on bars that no trial has seen.</summary>
public static class Gate1
{
    /// <summary>Judges the evidence of a back-test.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="evidence">What <see cref="BacktestRun"/> found.</param>
    /// <returns>A verdict with every check; faulted, not rejected, where the hold-out is none.</returns>
    public static GateVerdict Judge(GatePolicy policy, BacktestEvidence evidence)
    {
        var limits = policy.Gate1.For(evidence.Trials.CentralCount);
        if (!limits.Enabled) return Judgement.Skipped(Gate.Gate1, policy);
        if (Breach(evidence) is { } breach) return Judgement.Faulted(Gate.Gate1, policy, breach);

        IEnumerable<IGateCheck<BacktestEvidence>?> checks =
        [
            new EmbargoCheck(limits.MinimumEmbargoBars),
            new TradesCheck(limits.MinimumTrades),
            new ExposureCheck(limits.MinimumExposureFraction),
            new VolatilityCheck(limits.MinimumAnnualVolatilityFraction),
            limits.MinimumSharpe is { } sharpe ? new SharpeCheck(sharpe) : null,
            limits.MinimumProbabilisticSharpe is { } probability ? new ProbabilisticSharpeCheck(probability) : null,
            limits.MinimumDeflatedSharpe is { } deflated ? new DeflatedSharpeCheck(deflated) : null,
            new DrawdownCheck(limits.MaximumDrawdownFraction),
            limits.MinimumExcessSharpe is { } excess ? new ExcessSharpeCheck(excess) : null,
            limits.MinimumReturnFraction is { } total ? new ReturnCheck(total) : null,
            limits.MinimumAnnualReturnFraction is { } annual ? new AnnualReturnCheck(annual) : null,
            limits.MinimumStressedSharpe is { } stressed ? new CostStressCheck(limits.CostStressFactor, stressed) : null,
            limits.MinimumProfitableFoldsFraction is { } folds ? new ConsistencyCheck(folds) : null,
            limits.MaximumOverfittingProbability is { } overfitting ? new OverfittingCheck(overfitting) : null,
            limits.MinimumNeighbourhoodFraction is { } neighbours ? new NeighbourhoodCheck(neighbours) : null,
            limits.MaximumDecayDeviations is { } decay ? new DecayCheck(decay) : null,
        ];
        return Judgement.Of(Gate.Gate1, policy, checks, evidence);
    }

    // Judging on bars that training saw is worse than no judgement; it is an error of the study, not of the candidate.
    private static string? Breach(BacktestEvidence evidence)
    {
        if (evidence.HoldOut.Hash == evidence.Training.Hash) return $"The hold-out holds the same bars as training ({evidence.HoldOut.Hash[..12]}…); declare a window that no trial has seen.";
        if (evidence.HoldOut.From < evidence.Training.To || evidence.EmbargoBars < 0)
        {
            return $"The hold-out begins at {evidence.HoldOut.From:u}, before training ends at {evidence.Training.To:u}; declare windows that do not overlap.";
        }

        return null;
    }
}
