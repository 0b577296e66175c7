namespace Temporalio.Common;

/// <summary>Makes metrics.</summary>
public abstract class MetricMeter
{
    /// <summary>Makes a counter.</summary>
    /// <typeparam name="T">An integer type.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    /// <returns>The counter.</returns>
    public abstract MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>Makes a histogram.</summary>
    /// <typeparam name="T">An integer or floating-point type, or <see cref="TimeSpan"/>.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    /// <returns>The histogram.</returns>
    public abstract MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>Makes a gauge.</summary>
    /// <typeparam name="T">An integer or floating-point type.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    /// <returns>The gauge.</returns>
    public abstract MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>A meter whose metrics have more tags.</summary>
    /// <param name="tags">Tags: text, bool, long or double by name.</param>
    /// <returns>The tagged meter.</returns>
    public abstract MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
