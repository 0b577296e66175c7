using System.Globalization;
using System.Text;

namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Reads numbers of bar files from UTF-8.</summary>
internal static class NumberText
{
    // Up to here a decimal mantissa and a power of ten are exact doubles, so that one division rounds correctly (Clinger 1990).
    private const ulong ExactMantissa = 1UL << 53;
    private const int ExactPower = 22;
    private const int MostDigits = 18;

    private static readonly double[] Powers = [.. Enumerable.Range(0, ExactPower + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Reads a plain decimal or scientific number: the nearest double.</summary>
    /// <returns>False where the text is no finite number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        ulong mantissa = 0;
        var digits = 0;
        var decimals = -1;
        var at = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (negative) at++;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
                if (decimals >= 0) decimals++;
            }
            else if (text[at] == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                break;
            }
        }

        if (at < text.Length || digits is 0 or > MostDigits || mantissa > ExactMantissa || decimals > ExactPower)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }

        value = decimals > 0 ? mantissa / Powers[decimals] : mantissa;
        if (negative) value = -value;
        return true;
    }

    /// <summary>Reads a number as exporters for people write it: <c>$1,234.50</c>, <c>1.2M</c>, <c>1.234,50</c>.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="decimalComma">Whether a comma divides the decimals and a point the thousands.</param>
    /// <param name="value">The number.</param>
    public static bool TryParseDecorated(ReadOnlySpan<byte> text, bool decimalComma, out double value)
    {
        var plain = Encoding.UTF8.GetString(text).Trim().TrimStart('$', '€', '£').Replace(" ", string.Empty, StringComparison.Ordinal);
        plain = decimalComma
            ? plain.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : plain.Replace(",", string.Empty, StringComparison.Ordinal);
        var unit = plain.Length == 0 ? 1 : char.ToUpperInvariant(plain[^1]) switch { 'K' => 1e3, 'M' => 1e6, 'B' => 1e9, _ => 1 };
        if (unit > 1) plain = plain[..^1];
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        value *= unit;
        return double.IsFinite(value);
    }
}
