namespace Temporalio.Common;

/// <summary>Which values which metric takes.</summary>
internal static class MetricValues
{
    /// <summary>A counter takes integers that are not negative.</summary>
    public static void CheckCounter(object value) =>
        Check(value is byte or sbyte or short or ushort or int or uint or long or ulong, value, "an integer");

    /// <summary>A gauge takes numbers that are not negative.</summary>
    public static void CheckGauge(object value) =>
        Check(IsNumber(value), value, "an integer or floating-point number");

    /// <summary>A histogram takes numbers and durations that are not negative.</summary>
    public static void CheckHistogram(object value) =>
        Check(IsNumber(value) || value is TimeSpan, value, "an integer, floating-point number or TimeSpan");

    private static bool IsNumber(object value) =>
        value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double;

    private static void Check(bool valid, object value, string expected)
    {
        if (!valid)
        {
            throw new ArgumentException($"Invalid value type {value.GetType()}, it must be {expected}", nameof(value));
        }

        var negative = value is TimeSpan span
            ? span < TimeSpan.Zero
            : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) < 0;
        if (negative)
        {
            throw new ArgumentException($"Value {value} must not be negative", nameof(value));
        }
    }
}
