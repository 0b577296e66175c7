using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Domain.Simulation.Backtests;
using Gauntlet.Domain.Statistics.Performance;

namespace Gauntlet.Reporting.Html;

/// <summary>What a pointer over a chart tells of its day; the page is whole without it.</summary>
internal static class HoverPoints
{
    private const int Most = 250;

    public static void Draw(Markup page, Backtest test)
    {
        var window = test.Result.Window;
        var count = Math.Min(Most, window.Count);
        int[] places = [.. Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)Math.Round(i * (window.Count - 1.0) / (count - 1)))];
        var under = DrawdownPeriod.Underwater(test.Rules.StartingCash, test.Result.Equity);
        var points = new Points(
            test.Strategy.Name,
            [.. places.Select(place => Numbers.Date(window.Times[place]))],
            [.. places.Select(place => Math.Round(test.Result.Equity[place] / test.Rules.StartingCash, 2))],
            [.. places.Select(place => Math.Round(test.Benchmark.Equity[place] / test.Rules.StartingCash, 2))],
            [.. places.Select(place => Math.Round(under[place] * 100, 1))]);
        // The serialiser's own encoder leaves no markup in a text.
        page.Raw("<script type=\"application/json\" id=\"points\">").Raw(JsonSerializer.Serialize(points)).Raw("</script>\n");
    }

    private sealed record Points(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("day")] string[] Days,
        [property: JsonPropertyName("own")] double[] Own,
        [property: JsonPropertyName("held")] double[] Held,
        [property: JsonPropertyName("under")] double[] Under);
}
