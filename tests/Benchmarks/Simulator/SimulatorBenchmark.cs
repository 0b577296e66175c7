using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Bars a second of the simulator with <c>sma-cross</c>, against a loop over the same arrays that does nothing but this one back-test.</summary>
internal sealed class SimulatorBenchmark : IBenchmark
{
    private const int Fast = 20, Slow = 100, Rounds = 300, RunsInARound = 10;

    private static readonly ExecutionRules Rules = new();

    public string Name => "simulator";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Trend, 1).Series;
        var strategy = StrategyCatalogue.Find("sma-cross");
        var parameters = ParameterValues.Empty.With("fast", Fast).With("slow", Slow);
        Clocked.RequireEqual(strategy.Run(parameters, bars, Rules).FinalEquity, BareCross.Run(bars, Rules, Fast, Slow));

        var (ours, bare) = Clocked.Best(Rounds, () => Repeat(() => strategy.Run(parameters, bars, Rules)), () => Repeat(() => BareCross.Run(bars, Rules, Fast, Slow)));
        var work = (double)RunsInARound * bars.Count;
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new(Name, work / ours, work / bare, bare / ours, "bars/s")]);
    }

    private static void Repeat<TResult>(Func<TResult> run)
    {
        for (var i = 0; i < RunsInARound; i++) run();
    }
}
