namespace Temporalio.Runtime;

/// <summary>What counters and histograms tell a collector.</summary>
public enum OpenTelemetryMetricTemporality
{
    /// <summary>Sums since the start.</summary>
    Cumulative = 0,

    /// <summary>Sums since the last export.</summary>
    Delta = 1,
}
