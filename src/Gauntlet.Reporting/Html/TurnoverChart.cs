using System.Globalization;
using System.Text;
using Gauntlet.Domain.Simulation.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How much was traded by month, and what the fees of it were.</summary>
internal static class TurnoverChart
{
    private const double Height = 80;

    public static void Draw(Markup page, IReadOnlyList<DateTime> times, ActivityPath activity)
    {
        var months = Months(times, activity);
        if (months.Count < 2 || months.All(month => month.Turnover == 0)) return;
        var y = new Scale(0, months.Max(month => month.Turnover) * 1.05, Height);
        var x = new Scale(0, times.Count - 1, 1000);
        var (total, fees) = (months.Sum(month => month.Turnover), months.Sum(month => month.Fees));
        var finding = $"Turnover: {Numbers.Ratio(total / months.Count)}\u00a0× of equity a month, at most {Numbers.Ratio(months.Max(month => month.Turnover))}\u00a0×; fees {Numbers.BasisPoints(fees / months.Count * 1e4)} of equity a month, {Numbers.BasisPoints(fees / total * 1e4)} of what was traded";
        var bars = new StringBuilder();
        foreach (var month in months.Where(month => month.Turnover > 0))
        {
            var (left, width) = (x.Of(month.From), Math.Max(1, x.Of(month.To) - x.Of(month.From) - 1));
            bars.Append(CultureInfo.InvariantCulture, $"M{Scale.Number(left)} {Scale.Number(Height)}v-{Scale.Number(Math.Max(1, y.Of(month.Turnover)))}h{Scale.Number(width)}V{Scale.Number(Height)}z");
        }

        new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(2))
            .Shape("bars", bars.ToString())
            .Texts()
            .Ticks(y.Ticks(2), TickText.Number(y.Ticks(2), "\u00a0×"))
            .Days([.. times])
            .Caption($"{finding}. A bar a month, traded value over equity; spread and slippage are in the prices.");
        Behind.Draw(page, "turnover", ["year", "turnover", "fees"], months.GroupBy(month => month.Year).Select(year => (Datum[])
            [$"{year.Key}", new(Numbers.Ratio(year.Sum(month => month.Turnover)) + "\u00a0×", year.Sum(month => month.Turnover)), new(Numbers.BasisPoints(year.Sum(month => month.Fees) * 1e4), year.Sum(month => month.Fees))]));
    }

    private static List<Month> Months(IReadOnlyList<DateTime> times, ActivityPath activity)
    {
        var months = new List<Month>();
        var from = 0;
        double turnover = 0, fees = 0;
        for (var i = 0; i < times.Count; i++)
        {
            turnover += activity.Turnover[i];
            fees += activity.FeesFraction[i];
            if (i + 1 < times.Count && times[i + 1].Month == times[i].Month && times[i + 1].Year == times[i].Year) continue;
            months.Add(new(times[i].Year, from, i, turnover, fees));
            (from, turnover, fees) = (i + 1, 0, 0);
        }

        return months;
    }

    private readonly record struct Month(int Year, int From, int To, double Turnover, double Fees);
}
