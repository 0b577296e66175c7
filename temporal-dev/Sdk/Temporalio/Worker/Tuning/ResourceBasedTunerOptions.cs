namespace Temporalio.Worker.Tuning;

/// <summary>How busy a resource-based tuner lets the machine become.</summary>
/// <param name="TargetMemoryUsage">Share of memory, from 0 to 1; 0.8 is a good value.</param>
/// <param name="TargetCpuUsage">Share of all processors, from 0 to 1; 0.9 is a good value.</param>
public sealed record ResourceBasedTunerOptions(double TargetMemoryUsage, double TargetCpuUsage);
