using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Probability of back-test overfitting of the search that found the candidate. Pure noise gives about one half.</summary>
internal sealed class OverfittingCheck(double maximum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        const string name = "overfitting-probability";
        if (evidence.Overfitting is not { } found) return CheckResult.RequireAtMost(name, double.NaN, maximum, Unit.Probability, "the evidence holds no comparison of the search's trials");
        return CheckResult.RequireAtMost(
            name,
            found.Probability,
            maximum,
            Unit.Probability,
            found.Trials < 2
                ? "a single trial left no choice that could overfit"
                : $"in {found.Probability:P0} of {found.Splits} splits the best of {found.Trials} trials in sample is no better than the median out of sample");
    }
}
