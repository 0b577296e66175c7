using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>The scenarios with the lowest returns, small and on the same axes: the candidate over buy-and-hold.</summary>
internal static class WorstCharts
{
    private const double Height = 120;

    public static void Draw(Markup page, IReadOnlyList<WorstPath> worst)
    {
        if (worst.Count == 0) return;
        var values = worst.SelectMany(path => path.Growth.Concat(path.Benchmark)).ToList();
        var (low, high) = (values.Min(), values.Max());
        var pad = Math.Max((high - low) * 0.05, 1e-6);
        var y = new Scale(low - pad, high + pad, Height);
        page.Element("h3", $"The {worst.Count} worst scenarios").Raw("<div class=\"panels\">");
        foreach (var path in worst)
        {
            var x = new Scale(0, path.Growth.Count - 1, 1000);
            new Plot(page, x, y, $"Scenario {path.Scenario}, {path.Regime}: {Numbers.Percent(path.ReturnFraction, signed: true)}")
                .Rules("grid", y.Ticks(3))
                .Rules("one", 1)
                .Shape("benchmark", LinePath.Of(path.Benchmark, 0, x, y))
                .Shape("subject", LinePath.Of(path.Growth, 0, x, y))
                .Texts()
                .Ticks(y.Ticks(3), value => Numbers.Ratio(value))
                .Axis()
                .Caption($"#{path.Scenario} {path.Regime}: {Numbers.Percent(path.ReturnFraction, signed: true)}, buy and hold {Numbers.Percent(path.Benchmark[^1] - 1, signed: true)}");
        }

        page.Raw("</div>\n");
    }
}
