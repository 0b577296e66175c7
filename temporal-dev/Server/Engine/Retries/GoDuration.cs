using System.Globalization;
using System.Text.RegularExpressions;

namespace Gauntlet.Temporal.Server.Engine.Retries;

/// <summary>Spans in Go's notation, such as <c>1h30m</c> or <c>1.5s</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>Null for text that is no span, or a negative one.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (!Whole().IsMatch(text))
        {
            return null;
        }

        var total = TimeSpan.Zero;
        foreach (Match part in Part().Matches(text))
        {
            var number = double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            total += number * Unit(part.Groups["unit"].Value);
        }

        return total;
    }

    /// <summary>Writes a span as Go does: <c>1h0m3.5s</c>, <c>12.5ms</c>; a negative one as none.</summary>
    public static string Text(TimeSpan span)
    {
        if (span <= TimeSpan.Zero) return "0s";
        if (span < TimeSpan.FromMilliseconds(1)) return $"{Number(span.TotalMicroseconds)}µs";
        if (span < TimeSpan.FromSeconds(1)) return $"{Number(span.TotalMilliseconds)}ms";
        var (hours, minutes) = ((long)span.TotalHours, span.Minutes);
        var seconds = $"{Number(span.TotalSeconds - (((hours * 60) + minutes) * 60))}s";
        return hours > 0 ? $"{hours}h{minutes}m{seconds}" : minutes > 0 ? $"{minutes}m{seconds}" : seconds;
    }

    private static string Number(double number) => number.ToString("0.#######", CultureInfo.InvariantCulture);

    private static TimeSpan Unit(string name) => name switch
    {
        "h" => TimeSpan.FromHours(1),
        "m" => TimeSpan.FromMinutes(1),
        "s" => TimeSpan.FromSeconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        _ => TimeSpan.Zero,
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?)(?<unit>h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
