using System.Globalization;

namespace Gauntlet.Host.Running;

/// <summary>How fast paper trading runs.</summary>
/// <param name="Factor">How many times faster than real time; at least 1. A skipping run keeps real time and skips it.</param>
/// <param name="Skip">Whether the server skips waiting.</param>
internal readonly record struct Pace(double Factor, bool Skip)
{
    /// <summary>Reads <c>skip</c> or a finite factor of at least 1.</summary>
    public static bool TryParse(string text, out Pace pace)
    {
        pace = new(1, string.Equals(text, "skip", StringComparison.Ordinal));
        if (pace.Skip) return true;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) || !double.IsFinite(factor) || factor < 1) return false;

        pace = new(factor, Skip: false);
        return true;
    }
}
