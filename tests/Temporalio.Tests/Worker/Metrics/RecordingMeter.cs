using System.Collections.Concurrent;
using Temporalio.Runtime;

namespace Temporalio.Tests.Worker.Metrics;

/// <summary>Remembers every value under its name and tags.</summary>
internal sealed class RecordingMeter : ICustomMetricMeter
{
    public ConcurrentQueue<(string Name, Dictionary<string, object> Tags, double Value)> Values { get; } = new();

    public IEnumerable<(Dictionary<string, object> Tags, double Value)> Of(string name) =>
        Values.Where(v => v.Name == name).Select(v => (v.Tags, v.Value));

    public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct => new Metric<T>(this, name);

    public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct => new Metric<T>(this, name);

    public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct => new Metric<T>(this, name);

    public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags)
    {
        var all = new Dictionary<string, object>((Dictionary<string, object>?)appendFrom ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            all[key] = value;
        }

        return all;
    }

    private sealed class Metric<T>(RecordingMeter meter, string name) : ICustomMetricCounter<T>, ICustomMetricHistogram<T>, ICustomMetricGauge<T>
        where T : struct
    {
        public void Add(T value, object tags) => Remember(value, tags);

        public void Record(T value, object tags) => Remember(value, tags);

        public void Set(T value, object tags) => Remember(value, tags);

        private void Remember(T value, object tags) => meter.Values.Enqueue(
            (name, (Dictionary<string, object>)tags, value is TimeSpan span ? span.TotalMilliseconds : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
