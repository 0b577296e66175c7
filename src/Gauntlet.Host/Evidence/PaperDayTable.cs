using Gauntlet.Contracts.Reports;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Evidence;

/// <summary>The days of Gate 3 as a table.</summary>
internal static class PaperDayTable
{
    public static TextTable Of(IReadOnlyList<PaperDay> days)
    {
        var table = new TextTable("paper day", "bars", "return", "buy and hold", "equal", "60/40", "re-simulated", "amiss");
        foreach (var day in days.OrderBy(day => day.Day))
        {
            table.Add(
                $"{day.Day} of {days.Count}",
                Cell.Number(Numbers.Count(day.Bars)),
                Cell.Number(Numbers.Percent(day.ReturnFraction, signed: true)),
                Cell.Number(Numbers.Percent(day.BenchmarkFraction, signed: true)),
                Cell.Number(Numbers.Percent(day.EqualWeightFraction, signed: true)),
                Cell.Number(Numbers.Percent(day.SixtyFortyFraction, signed: true)),
                Cell.Number(day.DivergenceBasisPoints is { } points ? $"± {Numbers.BasisPoints(points)}" : Numbers.BasisPoints(null)),
                day.Remark ?? string.Empty);
        }

        return table;
    }
}
