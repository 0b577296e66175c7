using Gauntlet.Domain.Simulation.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>How much was held: net exposure as an area, gross as a thin line, in percent of equity.</summary>
internal static class ExposureChart
{
    private const double Height = 90;

    public static void Draw(Markup page, IReadOnlyList<DateTime> times, ActivityPath activity, double leverage)
    {
        if (times.Count < 2) return;
        var (net, gross) = (activity.Net, activity.Gross);
        var most = gross.Max();
        var y = new Scale(Math.Min(0, net.Min() * 1.05), Math.Max(0.01, most * 1.05), Height);
        var x = new Scale(0, times.Count - 1, 1000);
        var held = gross.Count(value => value > 0);
        var finding = $"Exposure: something is held at {Numbers.Percent((double)held / gross.Count)} of the closes, then {Numbers.Percent(held == 0 ? 0 : gross.Sum() / held)} of equity on average; at most {Numbers.Percent(most)}, {Numbers.Percent(leverage)} allowed";
        new Plot(page, x, y, finding)
            .Rules("grid", y.Ticks(3))
            .Shape("long", LinePath.Area([.. net.Select(value => Math.Max(0, value))], 0, x, y, 0))
            .Shape("short", LinePath.Area([.. net.Select(value => Math.Min(0, value))], 0, x, y, 0))
            .Shape("benchmark", LinePath.Of(gross, 0, x, y, LinePath.FewColumns))
            .Rules("one", 0)
            .Texts()
            .Ticks(y.Ticks(3), TickText.Percent(y.Ticks(3)))
            .Days([.. times])
            .Caption($"{finding}. Long up, short down, net of each other; the grey line is gross. What the market moves between orders is not rebalanced.");
        Behind.Draw(page, "exposure", ["at the close of", "net", "gross"], Behind.Places(times).Select(place => (Datum[])[Numbers.Date(times[place]), Datum.Percent(net[place]), Datum.Percent(gross[place])]));
    }
}
