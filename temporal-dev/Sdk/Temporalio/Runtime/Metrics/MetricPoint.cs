namespace Temporalio.Runtime.Metrics;

/// <summary>What a time series showed at a time.</summary>
/// <param name="Value">Sum of a counter or histogram, last value of a gauge.</param>
/// <param name="Count">How many values.</param>
/// <param name="Buckets">Values by range, the last one above all bounds; empty unless a histogram.</param>
internal readonly record struct MetricPoint(double Value, ulong Count, IReadOnlyList<ulong> Buckets);
