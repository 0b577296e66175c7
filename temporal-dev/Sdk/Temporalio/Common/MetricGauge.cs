namespace Temporalio.Common;

/// <summary>A value that goes up and down.</summary>
/// <typeparam name="T">An integer or floating-point type.</typeparam>
public abstract class MetricGauge<T> : Metric<T>
    where T : struct
{
    /// <summary>Creates the metric.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    protected MetricGauge(string name, string? unit = null, string? description = null)
        : base(name, unit, description)
    {
    }

    /// <summary>Sets the value.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="extraTags">Tags for this value alone.</param>
    public abstract void Set(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null);

    /// <summary>The same metric with more tags on every value.</summary>
    /// <param name="tags">Tags: text, bool, long or double by name.</param>
    /// <returns>The tagged metric.</returns>
    public abstract MetricGauge<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
