using Gauntlet.Domain.Simulation.Orders;

namespace Gauntlet.Reporting.Html;

/// <summary>The weight of each market over time, a small chart each on one axis; those held most where there are many.</summary>
internal static class WeightCharts
{
    private const double Height = 70;
    private const int Most = 12;

    public static void Draw(Markup page, PortfolioResult result, string[] names)
    {
        if (result.Times.Count < 2) return;
        var weights = result.Values.Select(values => values.Select((value, i) => result.Equity[i] > 0 ? value / result.Equity[i] : 0).ToArray()).ToList();
        var shown = Enumerable.Range(0, weights.Count).OrderByDescending(i => weights[i].Average(Math.Abs)).ThenBy(i => i).Take(Most).Order().ToList();
        var y = new Scale(Math.Min(0, weights.Min(line => line.Min())) * 1.05, Math.Max(0.01, weights.Max(line => line.Max())) * 1.05, Height);
        var x = new Scale(0, result.Times.Count - 1, 1000);
        page.Raw("<div class=\"panels\">");
        foreach (var i in shown)
        {
            var mean = weights[i].Average();
            new Plot(page, x, y, $"{names[i]}: {Numbers.Percent(mean)} of equity on average, {Numbers.Percent(weights[i].Min())} to {Numbers.Percent(weights[i].Max())}")
                .Rules("grid", y.Ticks(3))
                .Shape("long", LinePath.Area([.. weights[i].Select(value => Math.Max(0, value))], 0, x, y, 0, LinePath.FewColumns))
                .Shape("short", LinePath.Area([.. weights[i].Select(value => Math.Min(0, value))], 0, x, y, 0, LinePath.FewColumns))
                .Rules("one", 0)
                .Texts()
                .Ticks(y.Ticks(3), TickText.Percent(y.Ticks(3)))
                .Days([.. result.Times])
                .Caption($"{names[i]}: {Numbers.Percent(mean)} of equity on average");
        }

        page.Raw("</div>\n").Element("p class=\"note\"", $"Weights at the closes, in percent of equity, all on one scale, long up and short down{(shown.Count < weights.Count ? $"; the {shown.Count} of {weights.Count} that were held most" : string.Empty)}.");
        Behind.Draw(page, "weights", ["at the close of", .. shown.Select(i => names[i])], Behind.Places(result.Times).Select(place => (Datum[])[Numbers.Date(result.Times[place]), .. shown.Select(i => Datum.Percent(weights[i][place]))]));
    }
}
