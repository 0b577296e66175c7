using System.Globalization;
using Gauntlet.Domain.Statistics.Performance;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>Returns by year and month as a heat map, with the year's total and that of holding; years of long ago are folded by decade.</summary>
internal static class MonthTable
{
    // An exchange may open on the fourth of a month, and close on the last but three.
    private const int Shades = 5, ShownYears = 30, LooseDays = 3;
    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static void Draw(Markup page, BacktestSide own, BacktestSide holding)
    {
        var table = new Table(own, holding);
        var years = own.Months.Select(month => month.Year).Distinct().ToList();
        foreach (var decade in years.Take(Math.Max(0, years.Count - ShownYears)).GroupBy(year => year / 10))
        {
            page.Raw("<details><summary>").Text($"{decade.First()} to {decade.Last()}").Raw("</summary>");
            table.Draw(page, decade);
            page.Raw("</details>\n");
        }

        table.Draw(page, years.TakeLast(ShownYears));
        page.Element("p class=\"note\"", $"Returns by month in percent, UTC, after costs; colours are full at ±{Numbers.Percent(table.Full)}. A dotted edge is a month that the bars do not fill; · is a month without a change.");
    }

    private sealed class Table(BacktestSide own, BacktestSide holding)
    {
        private readonly Dictionary<(int, int), double> _months = own.Months.ToDictionary(month => (month.Year, month.Month), month => month.ReturnFraction);
        private readonly Dictionary<int, double> _totals = Years(own), _others = Years(holding);
        private readonly DateTime _first = own.Times[0], _last = own.Times[^1];

        public double Full { get; } = Saturation(own.Months);

        public void Draw(Markup page, IEnumerable<int> years)
        {
            page.Raw("<div class=scroll><table class=months data-csv=months><thead><tr><th>year");
            foreach (var month in MonthNames) page.Raw($"<th><b>{month}</b><s>{month[0]}</s>");
            page.Raw("<th>year<th class=held>holding<tbody>\n");
            foreach (var year in years)
            {
                page.Raw($"<tr><th>{year}");
                for (var month = 1; month <= MonthNames.Length; month++) Cell(page, year, month);
                page.Raw("<td class=total>").Text(Percent(_totals[year])).Raw("<td class=held>").Text(Percent(_others[year])).Raw("\n");
            }

            page.Raw("</table></div>\n");
        }

        private static Dictionary<int, double> Years(BacktestSide side) => MonthlyReturn.Years(side.Months).ToDictionary(year => year.Year, year => year.ReturnFraction);

        private void Cell(Markup page, int year, int month)
        {
            if (!_months.TryGetValue((year, month), out var value))
            {
                page.Raw("<td>");
                return;
            }

            var part = IsPart(year, month);
            if (value == 0)
            {
                page.Raw(part ? "<td class=part>·" : "<td>·");
                return;
            }

            var shade = Math.Clamp((int)Math.Ceiling(Math.Abs(value) / Full * Shades), 1, Shades);
            var kind = $"{(value > 0 ? 'g' : 'l')}{shade}";
            page.Raw(part ? $"<td class=\"{kind} part\">" : $"<td class={kind}>").Raw("<b>").Text(Percent(value)).Raw("</b><s>").Text(Percent(value, 0)).Raw("</s>");
        }

        private bool IsPart(int year, int month) =>
            (_first.Year == year && _first.Month == month && _first.Day > 1 + LooseDays)
            || (_last.Year == year && _last.Month == month && _last.Day < DateTime.DaysInMonth(year, month) - LooseDays);

        // Nine of ten months lie within: 2, 5, 10, 20 or 50 percent.
        private static double Saturation(IReadOnlyList<MonthlyReturn> months)
        {
            var sizes = months.Select(month => Math.Abs(month.ReturnFraction)).Order().ToList();
            var wide = sizes[(int)(0.9 * (sizes.Count - 1))];
            return wide switch { <= 0.02 => 0.02, <= 0.05 => 0.05, <= 0.1 => 0.1, <= 0.2 => 0.2, _ => 0.5 };
        }

        private static string Percent(double fraction, int decimals = 1)
        {
            var percent = Math.Round(fraction * 100, decimals, MidpointRounding.ToEven);
            return (percent < 0 ? "\u2212" : string.Empty) + Math.Abs(percent).ToString(decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
        }
    }
}
