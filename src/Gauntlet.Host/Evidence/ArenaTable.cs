using Gauntlet.Contracts.Paper;
using Gauntlet.Host.Terminal;
using Gauntlet.Reporting;

namespace Gauntlet.Host.Evidence;

/// <summary>The ranking of an arena's last day.</summary>
internal static class ArenaTable
{
    /// <param name="arena">The study's rankings.</param>
    /// <param name="trial">The round of this candidate; null for the last one.</param>
    /// <returns>Null where there is none.</returns>
    public static TextTable? Of(IReadOnlyList<ArenaDay> arena, int? trial)
    {
        var days = arena.Where(day => trial is null || day.Standings.Any(standing => standing.Trial == trial)).ToList();
        if (days.Count == 0) return null;
        var last = days.MaxBy(day => (day.Round * 1000) + day.Day)!;
        var table = new TextTable($"arena, day {last.Day}", "rank", "return", "interval 95 %", "not told apart from", "left");
        foreach (var standing in last.Standings)
        {
            var peers = last.Standings.Where(other => other.Group == standing.Group && other.Trial != standing.Trial).Select(other => $"{other.Trial}");
            table.Add(
                $"{(standing.Trial == trial ? "▸ " : "  ")}candidate {standing.Trial}",
                Cell.Number(Numbers.Count(standing.Rank)),
                Cell.Number(Numbers.Percent(standing.ReturnFraction, signed: true)),
                standing.Interval is { } interval ? $"{Numbers.Percent(interval.Low, signed: true)} … {Numbers.Percent(interval.High, signed: true)}" : string.Empty,
                string.Join(", ", peers),
                standing.PrunedBecause ?? string.Empty);
        }

        return table;
    }
}
