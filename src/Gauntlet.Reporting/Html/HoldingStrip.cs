using System.Globalization;
using System.Text;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Reporting.Html;

/// <summary>When a position was held: long above the line, short below.</summary>
internal static class HoldingStrip
{
    private const double Height = 24;

    public static void Draw(Markup page, SimulationResult result)
    {
        var window = result.Window;
        if (window.Count < 2) return;
        var x = new Scale(0, window.Count - 1, 1000);
        var shorts = result.Trades.Any(trade => trade.Quantity < 0);
        var share = (double)result.BarsInMarket / window.Count;
        var finding = $"In the market {Numbers.Percent(share)} of the bars";
        new Plot(page, x, new(0, 1, Height), finding)
            .Shape("long", Periods(result, x, isLong: true, shorts))
            .Shape("short", Periods(result, x, isLong: false, shorts))
            .Shape("one", shorts ? "M0 12H1000" : "M0 24H1000")
            .Texts()
            .Axis()
            .Caption(shorts ? $"{finding}: long above the line, short below." : $"{finding}, always long.");
    }

    /// <summary>Index of the bar of a time.</summary>
    public static int IndexOf(BarSeries window, DateTime time)
    {
        var index = window.Times.BinarySearch(time);
        return index >= 0 ? index : Math.Clamp(~index, 0, window.Count - 1);
    }

    private static string Periods(SimulationResult result, Scale x, bool isLong, bool shorts)
    {
        var path = new StringBuilder();
        foreach (var trade in result.Trades.Where(trade => trade.Quantity > 0 == isLong))
        {
            var from = Math.Round(x.Of(IndexOf(result.Window, trade.EntryTime)));
            var to = Math.Round(x.Of(trade.ExitTime is { } exit ? IndexOf(result.Window, exit) : result.Window.Count - 1));
            var (top, height) = !shorts ? (2, 22) : isLong ? (0, 12) : (12, 12);
            path.Append(CultureInfo.InvariantCulture, $"M{from} {top}h{Math.Max(1, to - from)}v{height}H{from}z");
        }

        return path.ToString();
    }
}
