namespace Temporalio.Runtime.Metrics;

/// <summary>Kinds of metrics.</summary>
internal enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>The last value.</summary>
    Gauge,

    /// <summary>Values counted by range.</summary>
    Histogram,
}
