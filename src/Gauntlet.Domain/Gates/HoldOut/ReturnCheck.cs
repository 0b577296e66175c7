using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Return over the hold-out.</summary>
internal sealed class ReturnCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "total-return",
        evidence.Candidate.ReturnFraction,
        minimumFraction,
        Unit.Fraction,
        $"it returned {evidence.Candidate.ReturnFraction:P1} over the hold-out, buy-and-hold {evidence.Benchmark.ReturnFraction:P1}");
}
