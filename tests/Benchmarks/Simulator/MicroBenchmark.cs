namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Ours beside a bare loop that computes the same, both methods of a class that BenchmarkDotNet measures.</summary>
/// <typeparam name="TCases">The class; <c>X</c> is ours and <c>XBare</c> the loop.</typeparam>
internal sealed class MicroBenchmark<TCases>(string name, string unit, Func<double, double> scale, params IReadOnlyList<MicroCase> cases) : IBenchmark
{
    public string Name => name;

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var times = Micro.Nanoseconds<TCases>();
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([.. cases.Select(one =>
        {
            var (ours, bare) = (times[one.Method], times[one.Method + "Bare"]);
            return new BenchmarkResult(one.Label, scale(ours), scale(bare), bare / ours, unit);
        })]);
    }
}

/// <summary>A pair of methods.</summary>
/// <param name="Method">Name of ours.</param>
/// <param name="Label">What it measures.</param>
internal sealed record MicroCase(string Method, string Label);
