using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Arena;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Complete trading days, counted by the bars that came and never by the clock.</summary>
internal sealed class CompleteDays(int minimum, double minimumCoverage) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var counted = evidence.Days.Where(Counts).ToList();
        var poor = evidence.Days.Count - counted.Count;
        return CheckResult.RequireAtLeast(
            "complete-days",
            counted.Count,
            minimum,
            Unit.Days,
            $"{counted.Count} days with {counted.Sum(day => day.Bars)} bars are complete{(poor > 0 ? $", {poor} more had less than {minimumCoverage:P0} of their bars and do not count" : string.Empty)}");
    }

    private bool Counts(PaperDay day) => day.Bars - day.MissingBars >= minimumCoverage * day.Bars;
}
