namespace Gauntlet.Benchmarks;

/// <summary>One benchmark: ours and a baseline measured in the same run, so that the ratio holds on any machine.</summary>
/// <param name="Name">Name as users type it.</param>
/// <param name="Value">What ours reached.</param>
/// <param name="Baseline">What the baseline reached.</param>
/// <param name="Ratio">Value over baseline.</param>
/// <param name="Unit">Unit of value and baseline.</param>
public sealed record BenchmarkResult(string Name, double Value, double Baseline, double Ratio, string Unit);
