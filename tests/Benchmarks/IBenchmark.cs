namespace Gauntlet.Benchmarks;

/// <summary>A benchmark: ours beside a baseline, in one run.</summary>
internal interface IBenchmark
{
    /// <summary>Its name as users type it.</summary>
    string Name { get; }

    /// <summary>The suite it belongs to: sdk, server, simulator, training, gates, or long for what takes many minutes.</summary>
    string Suite { get; }

    /// <summary>Runs it.</summary>
    /// <param name="checkout">Root of the checkout, beside which Temporal's own programs may lie.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>A result for each figure, in the order in which they are printed.</returns>
    /// <exception cref="BenchmarkSkippedException">What it is measured against is absent here.</exception>
    Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation);
}
