using System.Globalization;
using System.Text;

namespace Gauntlet.Proofs.Training;

/// <summary>Two histograms, one above the other, on one axis: without an edge, and with one.</summary>
internal static class Histogram
{
    private const int Bins = 40;
    private const double Width = 940, Height = 110, Left = 120, Gap = 34;

    private static readonly (string Class, string Label)[] Groups = [("none", "without an edge"), ("edge", "with an edge")];

    /// <param name="page">Where to.</param>
    /// <param name="groups">The values of each group; those outside of the axis count into its ends.</param>
    /// <param name="low">Left end of the axis.</param>
    /// <param name="high">Right end.</param>
    /// <param name="limit">Where the limit stands.</param>
    /// <param name="axis">What is measured.</param>
    /// <param name="limitText">The limit in words.</param>
    public static void Append(StringBuilder page, IReadOnlyList<IReadOnlyList<double>> groups, double low, double high, double limit, string axis, string limitText)
    {
        double X(double value) => Left + ((value - low) / (high - low) * (Width - Left));
        var bottom = (groups.Count * (Height + Gap)) - Gap;
        page.Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 -16 {Width} {bottom + 56}" role="img" aria-label="Histograms of the {axis} in both groups">""");
        for (var group = 0; group < groups.Count; group++) AppendGroup(page, groups[group], group, low, high);
        page.Append(CultureInfo.InvariantCulture, $"""<line class="limit" x1="{X(limit):F1}" x2="{X(limit):F1}" y1="-14" y2="{bottom}"/><text class="strong" x="{X(limit) - 4:F1}" y="-4" text-anchor="end">{limitText}</text>""");
        for (var tick = 0; tick <= 4; tick++)
        {
            var value = low + (tick * (high - low) / 4);
            page.Append(CultureInfo.InvariantCulture, $"""<text x="{X(value):F1}" y="{bottom + 18}" text-anchor="{(tick == 4 ? "end" : "middle")}">{value:0.##}</text>""");
        }

        page.Append(CultureInfo.InvariantCulture, $"""<text x="{(Left + Width) / 2}" y="{bottom + 36}" text-anchor="middle">{axis}</text></svg>""");
    }

    private static void AppendGroup(StringBuilder page, IReadOnlyList<double> values, int group, double low, double high)
    {
        var counts = new int[Bins];
        foreach (var value in values) counts[Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1)]++;
        var (top, most, step) = (group * (Height + Gap), Math.Max(1, counts.Max()), (Width - Left) / Bins);
        page.Append(CultureInfo.InvariantCulture, $"""<text class="strong" x="0" y="{top + (Height / 2)}">{Groups[group].Label}</text><text x="0" y="{top + (Height / 2) + 18}">{values.Count} studies</text>""");
        for (var bin = 0; bin < Bins; bin++)
        {
            var height = counts[bin] * (Height - 14) / most;
            if (counts[bin] > 0) page.Append(CultureInfo.InvariantCulture, $"""<rect class="{Groups[group].Class}" x="{Left + (bin * step) + 1:F1}" y="{top + Height - Math.Max(1, height):F1}" width="{step - 2:F1}" height="{Math.Max(1, height):F1}"><title>{counts[bin]} studies</title></rect>""");
        }

        var tallest = Array.IndexOf(counts, most);
        if (tallest >= 0) page.Append(CultureInfo.InvariantCulture, $"""<text x="{Left + ((tallest + 0.5) * step):F1}" y="{top + 10}" text-anchor="middle">{(double)most / values.Count:P0}</text>""");
        page.Append(CultureInfo.InvariantCulture, $"""<line class="axis" x1="{Left}" x2="{Width}" y1="{top + Height}" y2="{top + Height}"/>""");
    }
}
