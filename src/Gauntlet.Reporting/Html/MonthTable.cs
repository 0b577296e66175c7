using System.Globalization;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>Returns by year and month as a heat map, with the year's total and that of holding.</summary>
internal static class MonthTable
{
    private const int Shades = 5;
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static void Draw(Markup page, BacktestSide own, BacktestSide holding)
    {
        var full = Saturation(own.Months);
        var years = own.Months.GroupBy(month => month.Year).ToList();
        var totals = MonthlyReturn.Years(own.Months).ToDictionary(year => year.Year, year => year.ReturnFraction);
        var others = MonthlyReturn.Years(holding.Months).ToDictionary(year => year.Year, year => year.ReturnFraction);
        page.Raw("<div class=\"scroll\"><table class=\"months\"><thead><tr><th>year</th>");
        foreach (var month in MonthNames) page.Raw($"<th class=\"n\"><b>{month}</b><s>{month[0]}</s></th>");
        page.Raw("<th class=\"n\">year</th><th class=\"n held\">holding</th></tr></thead><tbody>\n");
        foreach (var year in years)
        {
            page.Raw($"<tr><th scope=\"row\">{year.Key}</th>");
            for (var month = 1; month <= MonthNames.Length; month++) Cell(page, own.Months, year.Key, month, full);
            page.Raw("<td class=\"n total\">").Text(Whole(totals[year.Key])).Raw("</td><td class=\"n held\">").Text(Whole(others[year.Key])).Raw("</td></tr>\n");
        }

        page.Raw("</tbody></table></div>\n").Element("p class=\"note\"", $"Returns by month in percent, UTC, after costs; colours are full at ±{Numbers.Percent(full)}. A dotted edge is a month that the bars do not fill; · is a month without a position.");
    }

    private static void Cell(Markup page, IReadOnlyList<MonthlyReturn> months, int year, int month, double full)
    {
        var found = -1;
        for (var i = 0; i < months.Count; i++)
        {
            if (months[i].Year == year && months[i].Month == month) found = i;
        }

        if (found < 0)
        {
            page.Raw("<td></td>");
            return;
        }

        var value = months[found].ReturnFraction;
        var partial = found == 0 || found == months.Count - 1 ? " part" : string.Empty;
        if (value == 0)
        {
            page.Raw($"<td class=\"n{partial}\">·</td>");
            return;
        }

        var shade = Math.Clamp((int)Math.Ceiling(Math.Abs(value) / full * Shades), 1, Shades);
        page.Raw($"<td class=\"n {(value > 0 ? 'g' : 'l')}{shade}{partial}\"><b>").Text(Tenth(value)).Raw("</b><s>").Text(Whole(value, 0)).Raw("</s></td>");
    }

    // Nine of ten months lie within: 2, 5, 10, 20 or 50 percent.
    private static double Saturation(IReadOnlyList<MonthlyReturn> months)
    {
        var sizes = months.Select(month => Math.Abs(month.ReturnFraction)).Order().ToList();
        var wide = sizes[(int)(0.9 * (sizes.Count - 1))];
        return wide switch { <= 0.02 => 0.02, <= 0.05 => 0.05, <= 0.1 => 0.1, <= 0.2 => 0.2, _ => 0.5 };
    }

    private static string Tenth(double fraction) => Whole(fraction, 1);

    private static string Whole(double fraction, int decimals = 1)
    {
        var percent = Math.Round(fraction * 100, decimals, MidpointRounding.ToEven);
        return (percent < 0 ? "\u2212" : string.Empty) + Math.Abs(percent).ToString(decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
    }
}
