using System.Diagnostics.Metrics;
using Temporalio.Runtime;
using Temporalio.Workflows;

namespace Temporalio.Extensions.DiagnosticSource;

/// <summary>Sends metrics to a <see cref="System.Diagnostics.Metrics.Meter"/>: set it as <see cref="MetricsOptions.CustomMetricMeter"/>.</summary>
/// <remarks>A histogram of durations takes whole milliseconds. A gauge remembers the last value of each set of tags, of 50,000 at most.</remarks>
public class CustomMetricMeter : ICustomMetricMeter
{
    private readonly bool _untraced;

    /// <summary>Creates a meter.</summary>
    /// <param name="meter">Meter to send to.</param>
    /// <param name="disableWorkflowTracingEventListener">
    /// Whether what listens to metrics may leave the workflow's scheduler when a workflow records one. Default false.
    /// </param>
    public CustomMetricMeter(Meter meter, bool disableWorkflowTracingEventListener = false)
    {
        Meter = meter;
        _untraced = disableWorkflowTracingEventListener;
    }

    /// <summary>The meter.</summary>
    public Meter Meter { get; private init; }

    /// <inheritdoc />
    public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct => new CounterSink<T>(Meter.CreateCounter<T>(name, unit, description), Run);

    /// <inheritdoc />
    public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct => typeof(T) == typeof(TimeSpan)
            ? (ICustomMetricHistogram<T>)(object)new DurationSink(Meter.CreateHistogram<long>(name, "ms", description), Run)
            : new HistogramSink<T>(Meter.CreateHistogram<T>(name, unit, description), Run);

    /// <inheritdoc />
    public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct
    {
        var values = new GaugeValues<T>();
        Meter.CreateObservableGauge(name, values.Measure, unit, description);
        return values;
    }

    /// <inheritdoc />
    public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
        new MetricTags((MetricTags?)appendFrom, tags);

    private void Run(Action record)
    {
        if (_untraced && Workflow.InWorkflow)
        {
            Workflow.Unsafe.WithTracingEventListenerDisabled(record);
        }
        else
        {
            record();
        }
    }

    private sealed class CounterSink<T>(Counter<T> counter, Action<Action> run) : ICustomMetricCounter<T>
        where T : struct
    {
        public void Add(T value, object tags) => run(() => counter.Add(value, ((MetricTags)tags).AsSpan()));
    }

    private sealed class HistogramSink<T>(Histogram<T> histogram, Action<Action> run) : ICustomMetricHistogram<T>
        where T : struct
    {
        public void Record(T value, object tags) => run(() => histogram.Record(value, ((MetricTags)tags).AsSpan()));
    }

    private sealed class DurationSink(Histogram<long> histogram, Action<Action> run) : ICustomMetricHistogram<TimeSpan>
    {
        public void Record(TimeSpan value, object tags) => run(() => histogram.Record((long)value.TotalMilliseconds, ((MetricTags)tags).AsSpan()));
    }
}
