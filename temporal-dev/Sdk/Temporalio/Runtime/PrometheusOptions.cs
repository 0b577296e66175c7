namespace Temporalio.Runtime;

/// <summary>Where and how Prometheus reads metrics. <see cref="BindAddress"/> is required.</summary>
public class PrometheusOptions : ICloneable
{
    /// <summary>Creates options without an address.</summary>
    public PrometheusOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="bindAddress">Address to serve on, as <c>ip:port</c>.</param>
    public PrometheusOptions(string bindAddress) => BindAddress = bindAddress;

    /// <summary>Address to serve <c>/metrics</c> on, as <c>ip:port</c>. Required.</summary>
    public string? BindAddress { get; set; }

    /// <summary>Whether names of counters end in <c>_total</c>. Default false.</summary>
    public bool HasCounterTotalSuffix { get; set; }

    /// <summary>Whether names end in their unit. Default false.</summary>
    public bool HasUnitSuffix { get; set; }

    /// <summary>Whether durations are seconds with fractions. Default false: whole milliseconds.</summary>
    public bool UseSecondsForDuration { get; set; }

    /// <summary>Upper bounds of histograms, ascending, by metric name with or without prefix. Default null: none differ.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<double>>? HistogramBucketOverrides { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
