using System.Collections.Concurrent;

namespace Temporalio.Runtime.Metrics;

/// <summary>Keeps what metrics see until somebody reads it.</summary>
/// <param name="bounds">Upper bounds of a histogram by its name.</param>
internal sealed class MetricStore(Func<string, double[]> bounds) : ICustomMetricMeter
{
    private readonly ConcurrentDictionary<string, StoredMetric> _metrics = new(StringComparer.Ordinal);

    /// <summary>The metrics that have seen something, by name.</summary>
    public IEnumerable<StoredMetric> Metrics => _metrics.Values.Where(metric => metric.Series.Any()).OrderBy(metric => metric.Name, StringComparer.Ordinal);

    public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct => new Recorder<T>(Find<T>(name, unit, description, MetricKind.Counter));

    public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct => new Recorder<T>(Find<T>(name, unit, description, MetricKind.Histogram));

    public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct => new Recorder<T>(Find<T>(name, unit, description, MetricKind.Gauge));

    public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
        new MetricTags((MetricTags?)appendFrom, tags);

    // Whoever asks first says what a metric is; a later one of the same name adds to it.
    private StoredMetric Find<T>(string name, string? unit, string? description, MetricKind kind) => _metrics.GetOrAdd(
        name,
        key => new(key, unit, description, kind, typeof(T) == typeof(long), kind == MetricKind.Histogram ? bounds(key) : []));

    private sealed class Recorder<T>(StoredMetric metric) : ICustomMetricCounter<T>, ICustomMetricHistogram<T>, ICustomMetricGauge<T>
        where T : struct
    {
        public void Add(T value, object tags) => metric.Record(Number(value), tags);

        public void Record(T value, object tags) => metric.Record(Number(value), tags);

        public void Set(T value, object tags) => metric.Record(Number(value), tags);

        private static double Number(T value) => value switch
        {
            long number => number,
            double number => number,
            _ => throw new ArgumentException($"A store keeps long and double, not {typeof(T)}", nameof(value)),
        };
    }
}
