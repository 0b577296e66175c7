using System.Globalization;
using System.Text;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Reporting.Html;

/// <summary>When a position was held: long above the line, short below.</summary>
internal static class HoldingStrip
{
    private const double Height = 24;

    public static void Draw(Markup page, DateTime[] times, IReadOnlyList<Trade> trades)
    {
        if (times.Length < 2 || trades.Count == 0) return;
        var x = new Scale(0, times.Length - 1, 1000);
        var shorts = trades.Any(trade => trade.Quantity < 0);
        new Plot(page, x, new(0, 1, Height), "When a position was held")
            .Shape("long", Periods(times, trades, x, isLong: true, shorts))
            .Shape("short", Periods(times, trades, x, isLong: false, shorts))
            .Shape("one", shorts ? "M0 12H1000" : "M0 24H1000")
            .Texts()
            .Axis()
            .Caption(shorts ? "Positions: long above the line, short below." : "Positions, all long.");
    }

    /// <summary>Index of the bar of a time.</summary>
    public static int IndexOf(DateTime[] times, DateTime time)
    {
        var index = Array.BinarySearch(times, time);
        return index >= 0 ? index : Math.Clamp(~index, 0, times.Length - 1);
    }

    private static string Periods(DateTime[] times, IReadOnlyList<Trade> trades, Scale x, bool isLong, bool shorts)
    {
        var path = new StringBuilder();
        foreach (var trade in trades.Where(trade => trade.Quantity > 0 == isLong))
        {
            var from = Math.Round(x.Of(IndexOf(times, trade.EntryTime)));
            var to = Math.Round(x.Of(trade.ExitTime is { } exit ? IndexOf(times, exit) : times.Length - 1));
            var (top, height) = !shorts ? (2, 22) : isLong ? (0, 12) : (12, 12);
            path.Append(CultureInfo.InvariantCulture, $"M{from} {top}h{Math.Max(1, to - from)}v{height}H{from}z");
        }

        return path.ToString();
    }
}
