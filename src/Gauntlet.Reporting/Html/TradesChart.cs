using System.Globalization;
using System.Text;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Reporting.Html;

/// <summary>Where it bought and sold on the price.</summary>
internal static class TradesChart
{
    private const double Height = 220;

    // Shown as signs; and those that a reader sees on zooming in, where there are more.
    private const int MostSigns = 120, MostZoomed = 1000;

    public static void Draw(Markup page, BarSeries window, IReadOnlyList<Trade> trades, string market, bool strip)
    {
        if (window.Count < 2) return;
        double[] close = [.. window.Close];
        var times = window.Times.ToArray();
        var (low, high) = (close.Min(), close.Max());
        var log = low > 0 && high / low > 3;
        var pad = Math.Max((high - low) * 0.1, high * 1e-6);
        var y = log ? new Scale(low / 1.1, high * 1.1, Height, true) : new Scale(low - pad, high + pad, Height);
        var x = new Scale(0, window.Count - 1, 1000);
        var few = trades.Count <= MostSigns;
        var finding = $"{Numbers.Count(trades.Count)} round trips on the price of {market}, {Numbers.Money(close[0])} to {Numbers.Money(close[^1])}";
        var plot = new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(4))
            .Shape("price", LinePath.Of(close, 0, x, y))
            .Texts()
            .Ticks(y.Ticks(4), TickText.Number(y.Ticks(4)));
        if (few)
        {
            foreach (var sign in trades.SelectMany(trade => Signs(times, trade))) plot.Sign(sign.Bought ? "buy" : "sell", sign.Place, sign.Price, sign.Glyph + sign.Word);
        }
        else
        {
            Zoomed(page, x, y, [.. trades.TakeLast(MostZoomed).SelectMany(trade => Signs(times, trade))]);
        }

        plot.Days(times).Caption($"{finding}, {(log ? "logarithmic" : "linear")} scale{(few ? ": ▲ bought, ▼ sold; △ ▽ where the round trip lost" : $": of more than {MostSigns} round trips the strip shows when; signs come with zooming in, and the list below has the last of them")}.");
        if (strip) HoldingStrip.Draw(page, times, trades);
    }

    private static IEnumerable<TradeSign> Signs(DateTime[] times, Trade trade)
    {
        var gained = trade.ProfitAndLoss > 0;
        yield return new(HoldingStrip.IndexOf(times, trade.EntryTime), trade.EntryPrice, trade.Quantity > 0, gained, string.Empty);
        if (trade.ExitTime is { } exit) yield return new(HoldingStrip.IndexOf(times, exit), trade.ExitPrice, trade.Quantity < 0, gained, trade.Exit == FillReason.Signal ? string.Empty : $" {trade.Exit.ToString().ToLowerInvariant()}");
    }

    // Left in thousandths, top in pixels, glyph and word: the script draws those of the zoomed range.
    private static void Zoomed(Markup page, Scale x, Scale y, List<TradeSign> signs)
    {
        var text = new StringBuilder();
        foreach (var sign in signs) text.Append(text.Length == 0 ? '[' : ',').Append(CultureInfo.InvariantCulture, $"[{Math.Round(x.Of(sign.Place))},{Math.Round(Height - y.Of(sign.Price))},\"{sign.Glyph}{sign.Word}\"]");
        page.Raw("<script type=\"application/json\" class=signs>").Raw(text.Append(']').ToString()).Raw("</script>");
    }

    private readonly record struct TradeSign(int Place, double Price, bool Bought, bool Gained, string Word)
    {
        public string Glyph => (Bought, Gained) switch { (true, true) => "▲", (true, false) => "△", (false, true) => "▼", _ => "▽" };
    }
}
