using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Spread of growth over all scenarios: bands of 50, 80 and 98 % about the median.</summary>
internal static class FanChart
{
    private const double Height = 260;

    public static void Draw(Markup page, IReadOnlyList<FanPoint> fan, int scenarios)
    {
        if (fan.Count < 2) return;
        var (low, high) = (fan.Min(point => point.Low98), fan.Max(point => point.High98));
        var pad = Math.Max((high - low) * 0.05, 1e-6);
        var x = new Scale(0, fan.Count - 1, 1000);
        var y = new Scale(low - pad, high + pad, Height);
        var last = fan[^1];
        page.Element("h3", $"Growth over {scenarios} scenarios");
        new Plot(page, x, y, $"Median growth {Numbers.Ratio(last.Median)}, 80 % of scenarios between {Numbers.Ratio(last.Low80)} and {Numbers.Ratio(last.High80)}")
            .Rules("grid", y.Ticks(4))
            .Rules("one", 1)
            .Shape("band", Between(point => point.Low98, point => point.High98))
            .Shape("band", Between(point => point.Low80, point => point.High80))
            .Shape("band", Between(point => point.Low50, point => point.High50))
            .Shape("subject", LinePath.Of([.. fan.Select(point => point.Median)], 0, x, y))
            .Texts()
            .Ticks(y.Ticks(4), value => Numbers.Ratio(value))
            .End("subject", last.Median, $"median {Numbers.Ratio(last.Median)}")
            .Axis("start", "measured bars of a scenario", "end")
            .Caption($"Growth of 1 after costs; bands hold 50, 80 and 98\u00a0% of {scenarios} scenarios at each bar. At the end 98\u00a0% lie between {Numbers.Ratio(last.Low98)} and {Numbers.Ratio(last.High98)}.");

        string Between(Func<FanPoint, double> lower, Func<FanPoint, double> upper) => LinePath.Through([
            .. fan.Select((point, i) => (x.Of(i), Height - y.Of(upper(point)))),
            .. fan.Select((point, i) => (x.Of(i), Height - y.Of(lower(point)))).Reverse()]) + "z";
    }
}
