using Gauntlet.Contracts.Paper;

namespace Gauntlet.Reporting.Html;

/// <summary>The candidates of an arena by their last day: returns with intervals, and which of them are not told apart.</summary>
internal static class ArenaTable
{
    public static void Draw(Markup page, IReadOnlyList<ArenaDay> days, int? trial)
    {
        var last = Last(days);
        var ends = last.SelectMany(entry => new[] { entry.Standing.ReturnFraction, entry.Standing.Interval?.Low ?? entry.Standing.ReturnFraction, entry.Standing.Interval?.High ?? entry.Standing.ReturnFraction }).ToList();
        var x = new Scale(ends.Min(), ends.Max(), 100);
        page.Raw("<div class=\"scroll\"><table class=\"arena\"><thead><tr><th>candidate</th><th class=\"n\">rank</th><th>told apart</th><th class=\"n\">return</th><th class=\"n interval\">interval 95\u00a0%</th><th>return ● in its interval</th></tr></thead><tbody>\n");
        foreach (var (day, standing) in last)
        {
            var interval = standing.Interval;
            page.Raw(standing.Trial == trial ? "<tr class=\"watched\">" : "<tr>")
                .Element("th scope=\"row\"", $"{standing.Trial}{(standing.PrunedBecause is null ? string.Empty : $" ✕ left on day {day}")}")
                .Element("td class=\"n\"", Numbers.Count(standing.Rank))
                .Element("td", Group(days.Single(entry => entry.Day == day), standing))
                .Element("td class=\"n\"", Numbers.Percent(standing.ReturnFraction, signed: true))
                .Element("td class=\"n interval\"", interval is null ? "–" : $"{Numbers.Percent(interval.Low, signed: true)} … {Numbers.Percent(interval.High, signed: true)}")
                .Raw("<td class=\"bar\"><span class=\"bullet\">");
            if (interval is not null) page.Raw($"<i class=\"interval\" style=\"left:{Scale.Number(x.Of(interval.Low))}%;width:{Scale.Number(x.Of(interval.High) - x.Of(interval.Low))}%\"></i>");
            page.Raw($"<i class=\"dot\" style=\"left:{Scale.Number(x.Of(standing.ReturnFraction))}%\"></i></span></td></tr>\n");
            if (standing.PrunedBecause is { } because) page.Raw("<tr class=\"why\"><td colspan=\"6\">").Text(because).Raw("</td></tr>\n");
        }

        page.Raw("</tbody></table></div>\n");
    }

    /// <summary>The last day of each candidate, the best first; those that had to leave below those that stayed.</summary>
    public static IReadOnlyList<(int Day, ArenaStanding Standing)> Last(IReadOnlyList<ArenaDay> days) =>
        [.. days.SelectMany(day => day.Standings.Select(standing => (day.Day, Standing: standing))).GroupBy(entry => entry.Standing.Trial).Select(group => group.MaxBy(entry => entry.Day))
            .OrderByDescending(entry => entry.Day).ThenBy(entry => entry.Standing.PrunedBecause is not null).ThenBy(entry => entry.Standing.Rank)];

    /// <summary>Who shares a group with a candidate, in words.</summary>
    public static string Group(ArenaDay day, ArenaStanding standing)
    {
        var peers = day.Standings.Where(other => other.Group == standing.Group && other.Trial != standing.Trial).Select(other => other.Trial).ToList();
        return peers.Count == 0 ? "from all" : $"not from {string.Join(", ", peers)}";
    }
}
