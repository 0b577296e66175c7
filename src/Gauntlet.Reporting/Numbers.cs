using System.Globalization;

namespace Gauntlet.Reporting;

/// <summary>Numbers as people read them: minus sign U+2212, no-break space before units, half to even, and a dash for what cannot be computed.</summary>
public static class Numbers
{
    private const string Undefined = "–";

    /// <summary>A fraction as a percentage: one decimal, two below one percent.</summary>
    /// <param name="fraction">0.05 is five percent; null or not finite gives a dash.</param>
    /// <param name="signed">Write a plus sign as well.</param>
    public static string Percent(double? fraction, bool signed = false)
    {
        if (fraction is not { } value || !double.IsFinite(value)) return Undefined;
        var decimals = Math.Abs(value) < 0.01 ? 2 : 1;
        return Signed(value * 100, decimals, signed) + "\u00a0%";
    }

    /// <summary>A ratio or probability with two decimals.</summary>
    /// <param name="ratio">Null or not finite gives a dash.</param>
    /// <param name="signed">Write a plus sign as well.</param>
    public static string Ratio(double? ratio, bool signed = false) =>
        ratio is { } value && double.IsFinite(value) ? Signed(value, 2, signed) : Undefined;

    /// <summary>A probability; below a thousandth it says so.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <param name="signed">Write a plus sign as well, as a margin wants it.</param>
    public static string Probability(double? probability, bool signed = false) =>
        probability is > 0 and < 0.001 && !signed ? "<\u00a00.001" : Ratio(probability, signed);

    /// <summary>A count with thousands separators.</summary>
    /// <param name="count">Null or not finite gives a dash.</param>
    /// <param name="signed">Write a plus sign as well.</param>
    public static string Count(double? count, bool signed = false) =>
        count is { } value && double.IsFinite(value) ? Signed(value, value == Math.Truncate(value) ? 0 : 1, signed) : Undefined;

    /// <summary>Basis points with one decimal.</summary>
    /// <param name="points">1 is 0.0001; null or not finite gives a dash.</param>
    /// <param name="signed">Write a plus sign as well.</param>
    public static string BasisPoints(double? points, bool signed = false) =>
        points is { } value && double.IsFinite(value) ? Signed(value, 1, signed) + "\u00a0bp" : Undefined;

    /// <summary>An amount of money or a price: two decimals below ten thousand, none above, four significant ones below one.</summary>
    /// <param name="amount">Null or not finite gives a dash.</param>
    /// <param name="signed">Write a plus sign as well.</param>
    public static string Money(double? amount, bool signed = false) =>
        amount is { } value && double.IsFinite(value) ? Signed(value, Math.Abs(value) switch { >= 10_000 => 0, >= 1 or 0 => 2, _ => 4 }, signed) : Undefined;

    /// <summary>A day in UTC: 2026-11-21.</summary>
    /// <param name="time">A time in UTC.</param>
    public static string Date(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in UTC: 2026-11-21.</summary>
    /// <param name="time">Any time.</param>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Signed(double value, int decimals, bool signed)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.ToEven);
        var digits = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded < 0 ? "\u2212" + digits : signed && rounded > 0 ? "+" + digits : digits;
    }
}
