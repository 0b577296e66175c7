using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Reporting.Html;

/// <summary>Returns of the scenarios by regime: a row each with its paths as marks, median and five-percent tail.</summary>
internal static class RegimeChart
{
    /// <summary>Returns by regime.</summary>
    public static void Draw(Markup page, IReadOnlyList<ScenarioPoint> scenarios) => Draw(
        page, scenarios, point => point.ReturnFraction, "total return of the scenario", 0.05, "the red one the 5\u00a0% tail, the dashed rule no gain", null);

    /// <summary>Largest drawdowns by regime.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="limit">Largest drawdown of the policy in its tail; null for none.</param>
    public static void DrawDrawdowns(Markup page, IReadOnlyList<ScenarioPoint> scenarios, double? limit) => Draw(
        page, scenarios, point => point.MaxDrawdownFraction, "largest drawdown of the scenario", 0.95, $"the red one the worst 5\u00a0%{(limit is null ? string.Empty : ", the dashed rule the policy's limit for the tail of all")}", limit);

    private static void Draw(Markup page, IReadOnlyList<ScenarioPoint> scenarios, Func<ScenarioPoint, double> value, string name, double tail, string legend, double? limit)
    {
        if (scenarios.Count == 0) return;
        var isReturn = limit is null && tail < 0.5;
        var x = new Scale(Math.Min(scenarios.Min(value), limit ?? double.PositiveInfinity), Math.Max(scenarios.Max(value), limit ?? double.NegativeInfinity), 1000);
        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{name} by regime, {scenarios.Count} scenarios\"><div class=\"regimes\">");
        foreach (var regime in scenarios.GroupBy(point => point.Regime, StringComparer.Ordinal).OrderByDescending(group => Quantile(group, point => point.ReturnFraction, 0.5)))
            Row(page, regime.Key, [.. regime], value, x, tail, isReturn ? 0 : limit, isReturn);
        page.Raw($"</div><div class=\"axis indent\"><span>{Numbers.Percent(x.Low, signed: isReturn)}</span><span>{name}</span><span>{Numbers.Percent(x.High, signed: isReturn)}</span></div>");
        page.Raw("<figcaption>").Text($"One mark a scenario, {scenarios.Count} in all; the long stroke is the median, {legend}. {(isReturn ? "Shares have 95\u00a0% intervals (Wilson)." : string.Empty)}").Raw("</figcaption></figure>\n");
    }

    private static void Row(Markup page, string regime, IReadOnlyList<ScenarioPoint> points, Func<ScenarioPoint, double> value, Scale x, double tail, double? rule, bool isReturn)
    {
        page.Raw("<div class=\"regime\"><span class=\"name\">").Text($"{regime} ({points.Count})").Raw("</span><svg viewBox=\"0 0 1000 36\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        if (rule is { } at && x.Low <= at && x.High >= at) page.Raw($"<path class=\"zero\" d=\"M{Scale.Number(x.Of(at))} 0V36\"/>");
        foreach (var point in points.OrderBy(point => point.Scenario)) page.Raw($"<path class=\"path\" d=\"M{Scale.Number(x.Of(value(point)))} 12V24\"/>");
        page.Raw($"<path class=\"tail\" d=\"M{Scale.Number(x.Of(Quantile(points, value, tail)))} 4V32\"/><path class=\"median\" d=\"M{Scale.Number(x.Of(Quantile(points, value, 0.5)))} 2V34\"/></svg><span class=\"share\">");
        page.Text(isReturn ? Share(points) : $"median {Numbers.Percent(Quantile(points, value, 0.5))}, worst 5\u00a0% from {Numbers.Percent(Quantile(points, value, tail))}").Raw("</span></div>\n");
    }

    private static string Share(IReadOnlyList<ScenarioPoint> points)
    {
        var profitable = points.Count(point => point.ReturnFraction > 0);
        var interval = Wilson.Interval(profitable, points.Count);
        return $"{Numbers.Percent((double)profitable / points.Count)} gain ({Numbers.Percent(interval.Low)} … {Numbers.Percent(interval.High)}), median {Numbers.Percent(Quantile(points, point => point.ReturnFraction, 0.5), signed: true)}";
    }

    private static double Quantile(IEnumerable<ScenarioPoint> points, Func<ScenarioPoint, double> value, double share)
    {
        var sorted = points.Select(value).Order().ToList();
        return sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }
}
