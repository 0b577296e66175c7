using System.Diagnostics;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Benchmarks.Gates;

/// <summary>Candidates through scenarios that are made already: one through 200 × 8,760 bars of seven markets, and a thousand through 200 × 1,000 bars by a sample of ten.</summary>
internal sealed class JudgingBenchmark : IBenchmark
{
    private const int Markets = 7, Candidates = 1000, Sampled = 10;

    public string Name => "judging";

    public string Suite => "gates";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var (strategy, execution) = (StrategyCatalogue.Find("sma-cross"), new ExecutionRules());
        var parameters = strategy.Parameters.Defaults;
        var model = new EquilibriumModel();
        var (wide, narrow) = (StressSets.Of(8760, 3600, Markets), StressSets.Of(1000, 3600, 0));
        var panels = Enumerable.Range(0, wide.Count).AsParallel().AsOrdered().SelectMany(i => model.GeneratePanel(wide, i)).ToList();
        var one = Seconds(() => Parallel.ForEach(panels, scenario => StressRun.Of(strategy, parameters, execution, scenario)));
        var holding = Seconds(() => Parallel.ForEach(panels, scenario => Domain.Simulation.Simulator.BuyAndHold(scenario.Bars, execution, scenario.Start)));
        cancellation.ThrowIfCancellationRequested();
        var paths = Enumerable.Range(0, narrow.Count).AsParallel().AsOrdered().Select(i => model.Generate(narrow, i)).ToList();
        var many = Seconds(() => Parallel.For(0, Sampled * paths.Count, i => StressRun.Of(strategy, parameters, execution, paths[i % paths.Count]))) * Candidates / Sampled;
        var holdings = Seconds(() => Parallel.For(0, Sampled * paths.Count, i => Domain.Simulation.Simulator.BuyAndHold(paths[i % paths.Count].Bars, execution, paths[i % paths.Count].Start))) * Candidates / Sampled;
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new("judging-one", one, holding, one / holding, "s"), new("judging-thousand", many, holdings, many / holdings, "s")]);
    }

    private static double Seconds(Action run)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < 3; round++)
        {
            var watch = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(watch).TotalSeconds);
        }

        return best;
    }
}
