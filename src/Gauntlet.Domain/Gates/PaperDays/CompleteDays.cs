using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Complete trading days, counted by their bars and never by the clock.</summary>
internal sealed class CompleteDays(int minimum) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtLeast(
        "complete-days", evidence.Days.Count, minimum, Unit.Days, $"{evidence.Days.Count} days with {evidence.Bars} bars are complete");
}
