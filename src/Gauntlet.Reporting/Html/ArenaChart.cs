using Gauntlet.Contracts.Paper;

namespace Gauntlet.Reporting.Html;

/// <summary>Ranks of an arena's candidates by day, and the scores of the last day with their intervals.</summary>
internal static class ArenaChart
{
    private const int Most = 20;
    private const double RowHeight = 22;

    /// <param name="page">Where to.</param>
    /// <param name="arena">The study's rankings.</param>
    /// <param name="trial">The candidate that is watched; null watches the leader.</param>
    public static void Draw(Markup page, IReadOnlyList<ArenaDay> arena, int? trial)
    {
        foreach (var round in arena.Where(day => day.Day > 0).GroupBy(day => day.Round).OrderBy(group => group.Key))
        {
            var days = round.OrderBy(day => day.Day).ToList();
            if (trial is { } watched && days[0].Standings.All(standing => standing.Trial != watched)) continue;
            page.Element("h3", arena.Max(day => day.Round) > 1 ? $"The arena, round {round.Key}" : "The arena");
            Ranks(page, days, trial ?? days[^1].Standings[0].Trial);
            ArenaTable.Draw(page, days, trial);
        }
    }

    private static void Ranks(Markup page, List<ArenaDay> days, int watched)
    {
        var members = days[0].Standings.Take(Most).Select(standing => standing.Trial).Append(watched).Distinct().ToList();
        if (members.Count < 2 || days.Count < 2) return;
        var ranks = days[0].Standings.Count;
        var x = new Scale(0.5, days.Count + 0.5, 1000);
        var y = new Scale(-ranks - 0.5, -0.5, (ranks * RowHeight) + RowHeight);
        var plot = new Plot(page, x, y, $"Rank by day of {ranks} candidates, candidate {watched} in blue", overTime: false);
        foreach (var member in members.OrderBy(member => member == watched)) plot.Shape(member == watched ? "subject" : "benchmark", Line(days, member, x, y));
        plot.Texts().Ticks(Enumerable.Range(1, ranks).Select(rank => -(double)rank), value => days[0].Standings[(int)-value - 1].Trial.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var member in members) End(plot, days, member, member == watched);
        plot.Axis("day 1", $"day {days[^1].Day}").Caption(
            $"Rank by return since the round began, 1 at the top; the number at the left is the candidate's trial, at the right stand its last return and ✕ where it had to leave. Ranks alone mean little: the table says which can be told apart.");
    }

    private static string Line(List<ArenaDay> days, int trial, Scale x, Scale y) => LinePath.Through(
        days.Select((day, i) => (Place: i + 1, Standing: day.Standings.FirstOrDefault(standing => standing.Trial == trial)))
            .Where(point => point.Standing is not null)
            .Select(point => (x.Of(point.Place), y.Length - y.Of(-point.Standing!.Rank))));

    private static void End(Plot plot, List<ArenaDay> days, int trial, bool watched)
    {
        var last = days.FindLastIndex(day => day.Standings.Any(standing => standing.Trial == trial));
        if (last < 0) return;
        var standing = days[last].Standings.First(entry => entry.Trial == trial);
        if (standing.PrunedBecause is not null) plot.Sign("left", last + 1, -standing.Rank, "✕");
        else plot.End(watched ? "subject" : "benchmark", -standing.Rank, $"{trial} {Numbers.Percent(standing.ReturnFraction, signed: true)}");
    }
}
