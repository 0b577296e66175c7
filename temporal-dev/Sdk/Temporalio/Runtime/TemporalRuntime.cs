using Temporalio.Common;
using Temporalio.Runtime.Metrics;

namespace Temporalio.Runtime;

/// <summary>What connections of a process share: where metrics and log lines go.</summary>
public sealed class TemporalRuntime
{
    private const string DefaultPrefix = "temporal_";

    private static readonly Lazy<TemporalRuntime> LazyDefault = new(() => new(new()));

    /// <summary>Creates a runtime.</summary>
    /// <param name="options">Options; not to be changed afterwards.</param>
    /// <exception cref="ArgumentException">Metrics go to none or several places, an address is missing, or a log filter is wrong.</exception>
    /// <exception cref="InvalidOperationException">Metrics cannot be served where they should.</exception>
    public TemporalRuntime(TemporalRuntimeOptions options)
        : this(options, TimeProvider.System)
    {
    }

    internal TemporalRuntime(TemporalRuntimeOptions options, TimeProvider clock)
    {
        Options = (TemporalRuntimeOptions)options.Clone();
        Log = new(Options.Telemetry.Logging, clock);
        var metrics = Options.Telemetry.Metrics;
        MetricMeter = metrics is null ? NoopMetricMeter.Instance : CreateMeter(metrics, clock);
        MetricPrefix = metrics?.MetricPrefix ?? DefaultPrefix;
        OwnMeter = metrics is null ? NoopMetricMeter.Instance : new PrefixedMeter(MetricMeter, MetricPrefix);
    }

    /// <summary>Runtime of connections that name no other; it has default options.</summary>
    public static TemporalRuntime Default => LazyDefault.Value;

    /// <summary>Makes metrics of this runtime; they go nowhere unless the options say where.</summary>
    public MetricMeter MetricMeter { get; private init; }

    /// <summary>The options, as copied.</summary>
    internal TemporalRuntimeOptions Options { get; }

    /// <summary>The SDK's own log lines.</summary>
    internal RuntimeLog Log { get; }

    /// <summary>What the names of the SDK's own metrics begin with.</summary>
    internal string MetricPrefix { get; }

    /// <summary>Makes the SDK's own metrics: their names get the prefix.</summary>
    internal MetricMeter OwnMeter { get; }

    /// <summary>Where Prometheus reads; null if it does not.</summary>
    internal PrometheusEndpoint? Prometheus { get; private set; }

    /// <summary>What sends to a collector; null if nothing does.</summary>
    internal OtlpExporter? OpenTelemetry { get; private set; }

    private MetricMeter CreateMeter(MetricsOptions metrics, TimeProvider clock)
    {
        switch (metrics)
        {
            case { Prometheus: { } prometheus, OpenTelemetry: null, CustomMetricMeter: null }:
                var scraped = new MetricStore(name => HistogramBounds.Of(name, prometheus.HistogramBucketOverrides, prometheus.UseSecondsForDuration));
                Prometheus = new(scraped, prometheus);
                return CustomMetrics.CreateMeter(scraped, metrics, Durations(prometheus.UseSecondsForDuration));
            case { Prometheus: null, OpenTelemetry: { } collector, CustomMetricMeter: null }:
                var sent = new MetricStore(name => HistogramBounds.Of(name, collector.HistogramBucketOverrides, collector.UseSecondsForDuration));
                OpenTelemetry = new(sent, collector, Log, clock);
                return CustomMetrics.CreateMeter(sent, metrics, Durations(collector.UseSecondsForDuration));
            case { Prometheus: null, OpenTelemetry: null, CustomMetricMeter: { } meter }:
                return CustomMetrics.CreateMeter(meter, metrics, metrics.CustomMetricMeterOptions?.HistogramDurationFormat ?? default);
            default:
                throw new ArgumentException("Must have exactly one of Prometheus, OpenTelemetry, or CustomMetricMeter in the metrics options", nameof(metrics));
        }
    }

    private static CustomMetricMeterOptions.DurationFormat Durations(bool inSeconds) =>
        inSeconds ? CustomMetricMeterOptions.DurationFormat.FloatSeconds : CustomMetricMeterOptions.DurationFormat.IntegerMilliseconds;
}
