namespace Temporalio.Runtime;

/// <summary>Where and how metrics go to an OpenTelemetry collector. <see cref="Url"/> is required.</summary>
public class OpenTelemetryOptions : ICloneable
{
    /// <summary>Creates options without an address.</summary>
    public OpenTelemetryOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="url">Address of the collector.</param>
    /// <exception cref="UriFormatException">The text is no address.</exception>
    public OpenTelemetryOptions(string url)
        : this(new Uri(url))
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="url">Address of the collector.</param>
    public OpenTelemetryOptions(Uri url) => Url = url;

    /// <summary>Address of the collector; with a path for <see cref="OpenTelemetryProtocol.Http"/>. Required.</summary>
    public Uri? Url { get; set; }

    /// <summary>Headers of every export. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Headers { get; set; }

    /// <summary>Time between two exports. Above zero; default null: 1 s.</summary>
    public TimeSpan? MetricsExportInterval { get; set; }

    /// <summary>What counters and histograms tell. Default sums since the start.</summary>
    public OpenTelemetryMetricTemporality MetricTemporality { get; set; } = OpenTelemetryMetricTemporality.Cumulative;

    /// <summary>How metrics travel. Default gRPC.</summary>
    public OpenTelemetryProtocol Protocol { get; set; } = OpenTelemetryProtocol.Grpc;

    /// <summary>Whether durations are seconds with fractions. Default false: whole milliseconds.</summary>
    public bool UseSecondsForDuration { get; set; }

    /// <summary>Upper bounds of histograms, ascending, by metric name with or without prefix. Default null: none differ.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<double>>? HistogramBucketOverrides { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
