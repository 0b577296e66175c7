using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Largest turnover of a day.</summary>
internal sealed class PaperTurnover(double maximumPerDay) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var busiest = evidence.Days.MaxBy(day => day.TurnoverFraction);
        return CheckResult.RequireAtMost(
            "turnover", busiest?.TurnoverFraction ?? double.NaN, maximumPerDay, Unit.Ratio, busiest is null ? "no day is complete" : $"day {busiest.Day} turned equity over {busiest.TurnoverFraction:0.##} times");
    }
}
