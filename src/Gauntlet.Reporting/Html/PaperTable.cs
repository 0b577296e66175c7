using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The days of Gate 3 beside buy-and-hold, with the distance between paper and re-simulation.</summary>
internal static class PaperTable
{
    public static void Draw(Markup page, IReadOnlyList<PaperDay> days)
    {
        if (days.Count == 0) return;
        var largest = days.Max(day => Math.Max(Math.Abs(day.ReturnFraction), Math.Abs(day.BenchmarkFraction)));
        var x = new Scale(0, Math.Max(largest, 1e-9), 50);
        page.Raw("<div class=\"scroll\"><table class=\"paper\"><thead><tr><th>day</th><th class=\"n\">bars</th><th class=\"n\">paper</th><th class=\"n\">buy and hold</th><th class=\"n\">equal weight</th><th class=\"n\">60/40</th><th class=\"n\">paper − re-simulated</th><th>paper ■ buy and hold □</th></tr></thead><tbody>\n");
        foreach (var day in days.OrderBy(day => day.Day))
        {
            page.Raw("<tr>").Element("th scope=\"row\"", $"day {day.Day}").Element("td class=\"n\"", Numbers.Count(day.Bars))
                .Element("td class=\"n\"", Numbers.Percent(day.ReturnFraction, signed: true)).Element("td class=\"n\"", Numbers.Percent(day.BenchmarkFraction, signed: true))
                .Element("td class=\"n\"", Numbers.Percent(day.EqualWeightFraction, signed: true)).Element("td class=\"n\"", Numbers.Percent(day.SixtyFortyFraction, signed: true))
                .Element("td class=\"n\"", Numbers.BasisPoints(day.DivergenceBasisPoints)).Raw("<td class=\"bar\"><span class=\"pair\">");
            Bar(page, "second", day.ReturnFraction, x);
            Bar(page, "benchmark", day.BenchmarkFraction, x);
            page.Raw("</span></td></tr>\n");
        }

        page.Raw("</tbody></table></div>\n").Element("p class=\"note\"", "Benchmarks on the same bars at the same costs: buy and hold is all in from the first open on; equal weight holds half in the market and half in cash, 60/40 sixty hundredths in the market and the rest in cash, both restored every day.");
    }

    private static void Bar(Markup page, string kind, double value, Scale x)
    {
        var width = x.Of(Math.Abs(value));
        page.Raw($"<i class=\"{kind}\" style=\"left:{Scale.Number(value < 0 ? 50 - width : 50)}%;width:{Scale.Number(width)}%\"></i>");
    }
}
