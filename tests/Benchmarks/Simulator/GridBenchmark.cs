using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>A hundred by a hundred moving averages on the bars of SPY, each a whole back-test, on one thread and on two; the baseline is the bare loop on one.</summary>
internal sealed class GridBenchmark(string folder, int rounds) : IBenchmark
{
    private const int Side = 100;
    private static readonly ExecutionRules Rules = new();

    public string Name => $"grid-{folder}";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var file = Path.Combine(checkout, "..", "shared", "data", folder, "spy.csv");
        if (!File.Exists(file)) throw new BenchmarkSkippedException($"{file} is not there.");
        using var stream = File.OpenRead(file);
        var bars = CsvBars.Read(stream, "spy");
        var strategy = StrategyCatalogue.Find("sma-cross");
        var grid = Points().ToList();
        var first = grid[^1];
        Clocked.RequireEqual(strategy.Run(first, bars, Rules).FinalEquity, BareCross.Run(bars, Rules, first.Integer("fast"), first.Integer("slow")));

        var results = new double[grid.Count];
        Fill(0, grid.Count);
        var alone = (double[])results.Clone();
        Array.Clear(results);
        var (one, two) = Clocked.Best(rounds, () => Fill(0, grid.Count), () => Parallel.Invoke(() => Fill(0, grid.Count / 2), () => Fill(grid.Count / 2, grid.Count)));
        if (!results.AsSpan().SequenceEqual(alone)) throw new InvalidOperationException("Two threads found other results than one.");
        var bare = Clocked.Seconds(() => grid.ForEach(point => BareCross.Run(bars, Rules, point.Integer("fast"), point.Integer("slow"))));
        var work = (double)grid.Count * bars.Count / 1e6;
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>(
        [
            new($"{Name}, {work:0} M bars", one, bare, bare / one, "s"),
            new($"{Name}, two threads", two, one, one / two, "s"),
        ]);

        void Fill(int from, int to)
        {
            for (var i = from; i < to; i++) results[i] = strategy.Run(grid[i], bars, Rules).FinalEquity;
        }
    }

    // Fast from 2 on, slow above every fast, a step of two each.
    private static IEnumerable<ParameterValues> Points() =>
        from fast in Enumerable.Range(0, Side) from slow in Enumerable.Range(0, Side) select ParameterValues.Empty.With("fast", 2 + (fast * 98 / 99)).With("slow", 101 + (2 * slow));
}
