namespace Temporalio.Common;

/// <summary>A sum that only grows.</summary>
/// <typeparam name="T">An integer type.</typeparam>
public abstract class MetricCounter<T> : Metric<T>
    where T : struct
{
    /// <summary>Creates the metric.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    protected MetricCounter(string name, string? unit = null, string? description = null)
        : base(name, unit, description)
    {
    }

    /// <summary>Adds to the sum.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="extraTags">Tags for this value alone.</param>
    public abstract void Add(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null);

    /// <summary>The same metric with more tags on every value.</summary>
    /// <param name="tags">Tags: text, bool, long or double by name.</param>
    /// <returns>The tagged metric.</returns>
    public abstract MetricCounter<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
