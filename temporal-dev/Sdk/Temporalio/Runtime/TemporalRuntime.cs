using Temporalio.Common;

namespace Temporalio.Runtime;

/// <summary>What connections of a process share: where metrics go.</summary>
public sealed class TemporalRuntime
{
    private static readonly Lazy<TemporalRuntime> LazyDefault = new(() => new(new()));

    /// <summary>Creates a runtime.</summary>
    /// <param name="options">Options; not to be changed afterwards.</param>
    public TemporalRuntime(TemporalRuntimeOptions options)
    {
        var metrics = options.Telemetry.Metrics;
        MetricMeter = metrics?.CustomMetricMeter is { } meter
            ? CustomMetrics.CreateMeter(meter, metrics)
            : NoopMetricMeter.Instance;
    }

    /// <summary>Runtime of connections that name no other; it has default options.</summary>
    public static TemporalRuntime Default => LazyDefault.Value;

    /// <summary>Makes metrics of this runtime; they go nowhere unless the options say where.</summary>
    public MetricMeter MetricMeter { get; private init; }
}
