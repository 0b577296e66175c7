namespace Gauntlet.Benchmarks;

/// <summary>A benchmark cannot be had here; the message says why.</summary>
public sealed class BenchmarkSkippedException(string message) : Exception(message);
