using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Annual return of the hold-out.</summary>
internal sealed class AnnualReturnCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "annual-return", evidence.Candidate.AnnualReturnFraction, minimumFraction, Unit.Fraction, $"it returned {evidence.Candidate.ReturnFraction:P1} over the hold-out");
}
