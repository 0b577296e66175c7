namespace Temporalio.Runtime;

/// <summary>Where metrics go: one of <see cref="Prometheus"/>, <see cref="OpenTelemetry"/> and <see cref="CustomMetricMeter"/>.</summary>
public class MetricsOptions : ICloneable
{
    /// <summary>Creates options without a place to go to.</summary>
    public MetricsOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="prometheus">Where Prometheus reads them.</param>
    public MetricsOptions(PrometheusOptions prometheus) => Prometheus = prometheus;

    /// <summary>Creates options.</summary>
    /// <param name="openTelemetry">Collector to send them to.</param>
    public MetricsOptions(OpenTelemetryOptions openTelemetry) => OpenTelemetry = openTelemetry;

    /// <summary>Where Prometheus reads them. Default null: nowhere.</summary>
    public PrometheusOptions? Prometheus { get; set; }

    /// <summary>Collector to send them to. Default null: none.</summary>
    public OpenTelemetryOptions? OpenTelemetry { get; set; }

    /// <summary>What the names of the SDK's own metrics begin with. Default null: <c>temporal_</c>.</summary>
    public string? MetricPrefix { get; set; }

    /// <summary>Meter of your own to send them to. Default null: none.</summary>
    public ICustomMetricMeter? CustomMetricMeter { get; set; }

    /// <summary>How values reach <see cref="CustomMetricMeter"/>. Default null: the defaults.</summary>
    public CustomMetricMeterOptions? CustomMetricMeterOptions { get; set; }

    /// <summary>Whether every metric has the tag <c>service_name</c> = <c>temporal-core-sdk</c>. Default true.</summary>
    public bool AttachServiceName { get; set; } = true;

    /// <summary>Tags of every metric. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? GlobalTags { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (MetricsOptions)MemberwiseClone();
        copy.Prometheus = (PrometheusOptions?)Prometheus?.Clone();
        copy.OpenTelemetry = (OpenTelemetryOptions?)OpenTelemetry?.Clone();
        copy.CustomMetricMeterOptions = (CustomMetricMeterOptions?)CustomMetricMeterOptions?.Clone();
        return copy;
    }
}
