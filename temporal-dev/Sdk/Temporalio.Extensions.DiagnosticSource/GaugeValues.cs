using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Temporalio.Runtime;

namespace Temporalio.Extensions.DiagnosticSource;

/// <summary>The last values of a gauge, for a meter that asks for them.</summary>
internal sealed class GaugeValues<T> : ICustomMetricGauge<T>
    where T : struct
{
    private const int Limit = 50_000;

    private readonly ConcurrentDictionary<MetricTags, T> _values = new();
    private int _count;

    public void Set(T value, object tags)
    {
        var key = (MetricTags)tags;
        if (_values.ContainsKey(key))
        {
            _values[key] = value;
        }
        else if (Volatile.Read(ref _count) < Limit && _values.TryAdd(key, value))
        {
            // Tags that never repeat would otherwise fill the memory.
            Interlocked.Increment(ref _count);
        }
    }

    public IEnumerable<Measurement<T>> Measure() => _values.Select(pair => new Measurement<T>(pair.Value, pair.Key.AsSpan()));
}
