namespace Temporalio.Common;

/// <summary>A distribution of values.</summary>
/// <typeparam name="T">An integer or floating-point type, or <see cref="TimeSpan"/>.</typeparam>
public abstract class MetricHistogram<T> : Metric<T>
    where T : struct
{
    /// <summary>Creates the metric.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    protected MetricHistogram(string name, string? unit = null, string? description = null)
        : base(name, unit, description)
    {
    }

    /// <summary>Records one value.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="extraTags">Tags for this value alone.</param>
    public abstract void Record(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null);

    /// <summary>The same metric with more tags on every value.</summary>
    /// <param name="tags">Tags: text, bool, long or double by name.</param>
    /// <returns>The tagged metric.</returns>
    public abstract MetricHistogram<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
