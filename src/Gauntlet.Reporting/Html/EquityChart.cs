using Gauntlet.Contracts.Reports;

namespace Gauntlet.Reporting.Html;

/// <summary>Growth of one unit against buy-and-hold, with the evidence period shaded apart from the search.</summary>
internal static class EquityChart
{
    private const double Height = 280;

    /// <summary>Draws a curve; fewer than two points draw nothing.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="points">The curve.</param>
    /// <param name="evidenceFrom">From here on the bars were not seen in training; null for none.</param>
    /// <param name="subject">Name of the subject's line.</param>
    /// <param name="second">Draw the subject in the colour of the second subject, as paper trading has it.</param>
    /// <param name="fall">A drawdown to mark, its places among the points and what to say of it; null (the default) for none.</param>
    public static void Draw(Markup page, IReadOnlyList<EquityPoint> points, DateTimeOffset? evidenceFrom, string subject, bool second = false, (int From, int To, string Text)? fall = null)
    {
        if (points.Count < 2) return;
        var low = points.Min(point => Math.Min(point.Growth, point.Benchmark));
        var high = points.Max(point => Math.Max(point.Growth, point.Benchmark));
        var pad = (high - low) * 0.06;
        var years = (points[^1].Time - points[0].Time).TotalDays / 365.25;
        var log = low > 0 && (years > 3 || high / low > 3);
        var y = new Scale(log ? low / 1.03 : low - pad, log ? high * 1.03 : high + pad, Height, log);
        var x = new Scale(0, points.Count - 1, 1000);
        var last = points[^1];
        var finding = $"{subject} grows to {Numbers.Ratio(last.Growth)}, buy and hold to {Numbers.Ratio(last.Benchmark)}, {Numbers.Date(points[0].Time)} to {Numbers.Date(last.Time)}";

        page.Raw($"<figure class=\"chart\" role=\"img\" aria-label=\"{Markup.Encode(finding)}\"><div class=\"plot time\" style=\"height:{Scale.Number(Height)}px\"><svg viewBox=\"0 0 1000 {Scale.Number(Height)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        var boundary = evidenceFrom is { } from ? Index(points, from) : (int?)null;
        if (boundary is { } start) page.Raw($"<rect class=\"evidence\" x=\"{Scale.Number(x.Of(start))}\" y=\"0\" width=\"{Scale.Number(1000 - x.Of(start))}\" height=\"{Scale.Number(Height)}\"/>");
        if (fall is { } band) page.Raw($"<rect class=\"fall\" x=\"{Scale.Number(x.Of(band.From))}\" y=\"0\" width=\"{Scale.Number(x.Of(band.To) - x.Of(band.From))}\" height=\"{Scale.Number(Height)}\"/>");
        foreach (var tick in y.Ticks()) page.Raw($"<path class=\"grid\" d=\"M0 {Scale.Number(Height - y.Of(tick))}H1000\"/>");
        page.Raw($"<path class=\"one\" d=\"M0 {Scale.Number(Height - y.Of(1))}H1000\"/>");
        page.Raw($"<path class=\"benchmark\" d=\"{LinePath.Of([.. points.Select(point => point.Benchmark)], 0, x, y)}\"/><path class=\"{(second ? "second" : "subject")}\" d=\"{LinePath.Of([.. points.Select(point => point.Growth)], 0, x, y)}\"/></svg>");
        foreach (var tick in y.Ticks()) Label(page, "tick", 0, Height - y.Of(tick), Numbers.Ratio(tick));
        if (boundary is { } shaded) page.Raw($"<span class=\"region\" style=\"left:{Scale.Number(x.Of(shaded) / 10)}%\">hold-out</span>");
        if (fall is { } marked) page.Raw($"<span class=\"region{(x.Of(marked.From) > 600 ? " back" : string.Empty)}\" style=\"left:{Scale.Number(x.Of(marked.From) / 10)}%\">").Text(marked.Text).Raw("</span>");
        EndLabels(page, (Height - y.Of(last.Growth), $"{subject} {Numbers.Ratio(last.Growth)}", second ? "second" : "subject"), (Height - y.Of(last.Benchmark), $"buy and hold {Numbers.Ratio(last.Benchmark)}", "benchmark"));
        page.Raw($"</div><div class=\"axis\"><span>{Numbers.Date(points[0].Time)}</span><span>{Numbers.Date(points[points.Count / 2].Time)}</span><span>{Numbers.Date(last.Time)}</span></div>");
        page.Raw("<figcaption>").Text($"Growth of 1, {(log ? "logarithmic" : "linear")} scale, after costs; {finding}.").Raw("</figcaption></figure>\n");
    }

    private static int Index(IReadOnlyList<EquityPoint> points, DateTimeOffset from)
    {
        var index = 0;
        while (index < points.Count - 1 && points[index].Time <= from) index++;
        return index;
    }

    // Labels nearer than 16 pixels are moved apart.
    private static void EndLabels(Markup page, (double Y, string Text, string Kind) first, (double Y, string Text, string Kind) second)
    {
        var gap = 16 - Math.Abs(first.Y - second.Y);
        if (gap > 0)
        {
            var shift = first.Y <= second.Y ? -gap / 2 : gap / 2;
            (first.Y, second.Y) = (first.Y + shift, second.Y - shift);
        }

        Label(page, $"end {first.Kind}", 100, Math.Clamp(first.Y, 8, Height - 8), first.Text);
        Label(page, $"end {second.Kind}", 100, Math.Clamp(second.Y, 8, Height - 8), second.Text);
    }

    private static void Label(Markup page, string kind, double left, double top, string text) =>
        page.Raw($"<span class=\"{kind}\" style=\"left:{Scale.Number(left)}%;top:{Scale.Number(top)}px\">").Text(text).Raw("</span>");
}
