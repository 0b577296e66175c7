using Gauntlet.Domain.Simulation;

namespace Gauntlet.Reporting.Html;

/// <summary>Where it bought and sold on the price.</summary>
internal static class TradesChart
{
    private const double Height = 220;
    private const int MostSigns = 120;

    public static void Draw(Markup page, SimulationResult result, string market)
    {
        var window = result.Window;
        if (window.Count < 2) return;
        double[] close = [.. window.Close];
        var (low, high) = (close.Min(), close.Max());
        var log = high / low > 3;
        var pad = Math.Max((high - low) * 0.1, high * 1e-6);
        var y = log ? new Scale(low / 1.1, high * 1.1, Height, true) : new Scale(low - pad, high + pad, Height);
        var x = new Scale(0, window.Count - 1, 1000);
        var few = result.Trades.Count <= MostSigns;
        var finding = $"{Numbers.Count(result.Trades.Count)} round trips on the price of {market}, {Numbers.Money(close[0])} to {Numbers.Money(close[^1])}";
        var plot = new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(4))
            .Shape("price", LinePath.Of(close, 0, x, y))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Money(value));
        if (few)
        {
            foreach (var trade in result.Trades) Signs(plot, result, trade);
        }

        plot.Days(window.Times).Caption(few
            ? $"{finding}, {(log ? "logarithmic" : "linear")} scale: ▲ bought, ▼ sold; △ ▽ where the round trip lost."
            : $"{finding}, {(log ? "logarithmic" : "linear")} scale: more than {MostSigns} round trips, so that the strip above shows when, and the list below each of them.");
    }

    private static void Signs(Plot plot, SimulationResult result, Trade trade)
    {
        var gained = trade.ProfitAndLoss > 0;
        Sign(trade.EntryTime, trade.EntryPrice, trade.Quantity > 0);
        if (trade.ExitTime is { } exit) Sign(exit, trade.ExitPrice, trade.Quantity < 0);

        void Sign(DateTime time, double price, bool bought) =>
            plot.Sign(bought ? "buy" : "sell", HoldingStrip.IndexOf(result.Window, time), price, (bought, gained) switch { (true, true) => "▲", (true, false) => "△", (false, true) => "▼", _ => "▽" });
    }
}
