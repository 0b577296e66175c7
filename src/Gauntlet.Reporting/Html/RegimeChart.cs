using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Returns of the scenarios by regime: a row each with its paths as marks, median and five-percent tail.</summary>
internal static class RegimeChart
{
    public static void Draw(Markup page, IReadOnlyList<ScenarioPoint> scenarios)
    {
        if (scenarios.Count == 0) return;
        var x = new Scale(scenarios.Min(point => point.ReturnFraction), scenarios.Max(point => point.ReturnFraction), 1000);
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"Total return of {scenarios.Count} scenarios by regime\"><div class=\"regimes\">");
        foreach (var regime in scenarios.GroupBy(point => point.Regime, StringComparer.Ordinal).OrderByDescending(group => Quantile(group, 0.5)))
            Row(page, regime.Key, [.. regime], x);
        page.Raw($"</div><div class=\"axis indent\"><span>{Numbers.Percent(x.Low, signed: true)}</span><span>total return of the scenario</span><span>{Numbers.Percent(x.High, signed: true)}</span></div>");
        page.Raw("<figcaption>").Text($"One mark a scenario, {scenarios.Count} in all; the long stroke is the median, the red one the 5\u00a0% tail, the dashed rule no gain.").Raw("</figcaption></figure>\n");
    }

    private static void Row(Markup page, string regime, IReadOnlyList<ScenarioPoint> points, Scale x)
    {
        var profitable = points.Count(point => point.ReturnFraction > 0);
        page.Raw("<div class=\"regime\"><span class=\"name\">").Text($"{regime} ({points.Count})").Raw("</span><svg viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        if (x.Low < 0 && x.High > 0) page.Raw($"<path class=\"zero\" d=\"M{Scale.Number(x.Of(0))} 0V36\"/>");
        foreach (var point in points.OrderBy(point => point.Scenario)) page.Raw($"<path class=\"path\" d=\"M{Scale.Number(x.Of(point.ReturnFraction))} 12V24\"/>");
        page.Raw($"<path class=\"tail\" d=\"M{Scale.Number(x.Of(Quantile(points, 0.05)))} 4V32\"/><path class=\"median\" d=\"M{Scale.Number(x.Of(Quantile(points, 0.5)))} 2V34\"/></svg><span class=\"share\">");
        page.Text($"{Numbers.Percent((double)profitable / points.Count)} gain, median {Numbers.Percent(Quantile(points, 0.5), signed: true)}").Raw("</span></div>\n");
    }

    private static double Quantile(IEnumerable<ScenarioPoint> points, double share)
    {
        var sorted = points.Select(point => point.ReturnFraction).Order().ToList();
        return sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }
}
