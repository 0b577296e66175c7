using System.Collections.Concurrent;

namespace Temporalio.Runtime.Metrics;

/// <summary>A metric of a store, with all its time series.</summary>
/// <param name="name">Name.</param>
/// <param name="unit">Unit, null for none.</param>
/// <param name="description">Description, null for none.</param>
/// <param name="kind">Kind.</param>
/// <param name="isInteger">Whether all values are whole numbers.</param>
/// <param name="bounds">Upper bounds of a histogram; empty for others.</param>
internal sealed class StoredMetric(string name, string? unit, string? description, MetricKind kind, bool isInteger, double[] bounds)
{
    private readonly ConcurrentDictionary<MetricTags, MetricSeries> _series = new();

    public string Name => name;

    public string? Unit => unit;

    public string? Description => description;

    public MetricKind Kind => kind;

    public bool IsInteger => isInteger;

    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>The time series, in no order.</summary>
    public IEnumerable<KeyValuePair<MetricTags, MetricSeries>> Series => _series;

    /// <summary>Takes a value.</summary>
    /// <param name="value">Value.</param>
    /// <param name="tags">Tags, made by the store.</param>
    public void Record(double value, object tags) =>
        _series.GetOrAdd((MetricTags)tags, static (_, metric) => metric.NewSeries(), this).Record(value);

    private MetricSeries NewSeries() => new(kind, bounds);
}
