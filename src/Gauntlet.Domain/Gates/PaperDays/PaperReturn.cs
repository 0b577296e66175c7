using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Return of the session.</summary>
internal sealed class PaperReturn(double minimumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtLeast(
        "total-return", evidence.Days.Count > 0 ? evidence.ReturnFraction : double.NaN, minimumFraction, Unit.Fraction, $"it returned {evidence.ReturnFraction:P2} on paper");
}
