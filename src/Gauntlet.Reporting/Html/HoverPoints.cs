using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Reporting.Backtests;

namespace Gauntlet.Reporting.Html;

/// <summary>What a pointer over a chart tells of its day; the page is whole without it.</summary>
internal static class HoverPoints
{
    private const int Most = 360;

    public static void Draw(Markup page, BacktestFacts facts)
    {
        var (own, holding) = (facts.Own, facts.Holding);
        var times = own.Times;
        var count = Math.Min(Most, times.Count);
        int[] places = [.. Enumerable.Range(0, count).Select(i => count == 1 ? 0 : (int)Math.Round(i * (times.Count - 1.0) / (count - 1)))];
        var minutes = places.Select(place => (long)(times[place] - times[0]).TotalMinutes).ToList();
        var unit = Math.Max(1, (long)facts.Markets[0].Interval.TotalMinutes);
        var (growth, held, under) = (own.Growth, holding.Growth, own.Depths);
        var points = new Points(
            facts.Strategy,
            facts.HoldingName == "holding" ? "holding" : "equal parts",
            (long)(times[0] - DateTime.UnixEpoch).TotalMinutes,
            unit,
            [.. minutes.Select((minute, i) => Math.Round((minute - (i == 0 ? 0 : minutes[i - 1])) / (double)unit, 3))],
            [.. places.Select(place => Math.Round(growth[place], 3))],
            [.. places.Select(place => Math.Round(held[place], 3))],
            [.. places.Select(place => Math.Round(-under[place] * 100, 1))]);
        // The serialiser's own encoder leaves no markup in a text.
        page.Raw("<script type=\"application/json\" id=\"points\">").Raw(JsonSerializer.Serialize(points)).Raw("</script>\n");
    }

    private sealed record Points(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("other")] string Other,
        [property: JsonPropertyName("start")] long StartMinute,
        [property: JsonPropertyName("unit")] long UnitMinutes,
        [property: JsonPropertyName("step")] double[] Steps,
        [property: JsonPropertyName("own")] double[] Own,
        [property: JsonPropertyName("held")] double[] Held,
        [property: JsonPropertyName("under")] double[] Under);
}
