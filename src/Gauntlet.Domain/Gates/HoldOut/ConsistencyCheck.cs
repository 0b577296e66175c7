using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Share of walk-forward folds with a profit: an edge that was there all along, not once.</summary>
internal sealed class ConsistencyCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        var profitable = evidence.Folds.Count(fold => fold.ReturnFraction > 0);
        return CheckResult.RequireAtLeast(
            "walk-forward-consistency",
            (double)profitable / evidence.Folds.Count,
            minimumFraction,
            Unit.Fraction,
            $"{profitable} of {evidence.Folds.Count} folds of training end with a profit",
            Wilson.Interval(profitable, evidence.Folds.Count));
    }
}
