using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Host.Terminal;

/// <summary>A check as a bar of characters: <c>│</c> limit, <c>●</c> value, <c>─</c> interval, <c>▒</c> accepted side.</summary>
internal static class CheckBar
{
    private const double Padding = 0.15;

    /// <summary>The bar; empty when there is no value.</summary>
    /// <param name="check">The check.</param>
    /// <param name="width">Characters, at least 5.</param>
    public static string Of(CheckResult check, int width)
    {
        if (check.Value is not { } value) return string.Empty;
        var low = Math.Min(Math.Min(value, check.Threshold), check.Interval?.Low ?? value);
        var high = Math.Max(Math.Max(value, check.Threshold), check.Interval?.High ?? value);
        // A lone point stands in the middle of an axis of its own size.
        var margin = high > low ? (high - low) * Padding : Math.Max(Math.Abs(high), 1);
        (low, high) = (low - margin, high + margin);
        if (!double.IsFinite(high - low)) return string.Empty;

        int Column(double at) => Math.Clamp((int)Math.Round((at - low) / (high - low) * (width - 1)), 0, width - 1);

        var limit = Column(check.Threshold);
        var bar = Enumerable.Range(0, width).Select(column => (check.AtLeast ? column > limit : column < limit) ? '▒' : '·').ToArray();
        if (check.Interval is { } interval) Array.Fill(bar, '─', Column(interval.Low), Column(interval.High) - Column(interval.Low) + 1);
        bar[limit] = '│';
        bar[Column(value)] = '●';
        return new(bar);
    }
}
