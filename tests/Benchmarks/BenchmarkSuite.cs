namespace Gauntlet.Benchmarks;

/// <summary>All benchmarks by name, in the order in which they run.</summary>
/// <param name="checkout">Root of the checkout, beside which Temporal's own programs may lie.</param>
internal sealed class BenchmarkSuite(string checkout)
{
    private readonly string _startDev = Path.GetFullPath(Path.Combine(checkout, "..", "shared", "temporal", "start-dev"));

    /// <summary>Names as users type them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["simulator", "tpe", "starts"];

    /// <summary>Runs one.</summary>
    /// <returns>The result, or why it cannot be had here.</returns>
    public async Task<(BenchmarkResult? Result, string? Skipped)> RunAsync(string name, CancellationToken cancellation) => name switch
    {
        "simulator" => (new SimulatorBenchmark().Run(), null),
        "tpe" => (new TpeBenchmark().Run(), null),
        "starts" when !File.Exists(_startDev) => (null, $"Temporal's development server is not there ({_startDev})"),
        "starts" => (await new StartsBenchmark(_startDev).RunAsync(cancellation), null),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such benchmark."),
    };
}
