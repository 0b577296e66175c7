using System.Globalization;
using System.Text;

namespace Gauntlet.Proofs.Training;

/// <summary>Two histograms, one above the other, on one axis: without an edge, and with one. Shapes are drawings, texts are not, so that they stay readable on a phone.</summary>
internal static class Histogram
{
    private const int Bins = 40, Ticks = 4;
    private const double Width = 1000, Height = 90;

    private static readonly (string Class, string Label)[] Groups = [("none", "without an edge"), ("edge", "with an edge")];

    /// <param name="page">Where to.</param>
    /// <param name="groups">The values of each group; those outside of the axis count into its ends.</param>
    /// <param name="low">Left end of the axis.</param>
    /// <param name="high">Right end.</param>
    /// <param name="limit">Where the limit stands.</param>
    /// <param name="axis">What is measured.</param>
    public static void Append(StringBuilder page, IReadOnlyList<IReadOnlyList<double>> groups, double low, double high, double limit, string axis)
    {
        for (var group = 0; group < groups.Count; group++) AppendGroup(page, groups[group], group, low, high, limit, axis);
        page.Append("""<div class="ticks">""");
        for (var tick = 0; tick <= Ticks; tick++) page.Append(CultureInfo.InvariantCulture, $"<span>{low + (tick * (high - low) / Ticks):0.##;−0.##}</span>");
        page.Append(CultureInfo.InvariantCulture, $"""</div><p class="note">{axis}</p>""");
    }

    private static void AppendGroup(StringBuilder page, IReadOnlyList<double> values, int group, double low, double high, double limit, string axis)
    {
        var counts = new int[Bins];
        foreach (var value in values) counts[Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1)]++;
        var (most, step, above) = (Math.Max(1, counts.Max()), Width / Bins, values.Count(value => value >= limit));
        page.Append(CultureInfo.InvariantCulture, $"""<figure role="img" aria-label="{axis} {Groups[group].Label}"><figcaption class="note"><b>{Groups[group].Label}</b>: {above:N0} of {values.Count:N0} studies at {limit} (dashed) or above; the tallest bar is {most:N0} studies</figcaption>""");
        page.Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {Width} {Height}" preserveAspectRatio="none" aria-hidden="true"><path class="{Groups[group].Class}" d="{Bars(counts, most, step)}"/><path class="axis" d="M0 {Height}H{Width}"/><path class="limit" d="M{(limit - low) / (high - low) * Width:F1} 0V{Height}"/></svg></figure>""");
    }

    private static string Bars(int[] counts, int most, double step)
    {
        var path = new StringBuilder();
        for (var bin = 0; bin < Bins; bin++)
        {
            // One study in thousands is still seen.
            var height = Math.Max(1, counts[bin] * Height / most);
            if (counts[bin] > 0) path.Append(CultureInfo.InvariantCulture, $"M{(bin * step) + 1:F1} {Height}v-{height:F1}h{step - 2:F1}v{height:F1}z");
        }

        return path.ToString();
    }
}
