using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Bars a second with a stop inside every bar, fee tiers and slippage, against a loop that does nothing else.</summary>
internal sealed class StopsBenchmark : IBenchmark
{
    private const int Fast = 20, Slow = 100, Rounds = 200, RunsInARound = 10;
    private const double Stop = 0.02;

    private static readonly ExecutionRules Rules = new() { Costs = new(0, 0.0001, 0.0002) { Tiers = FeeTiers.RetailCrypto } };

    public string Name => "simulator-stops";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var bars = SyntheticMarket.Create(SyntheticKind.Trend, 1).Series;
        Clocked.RequireEqual(Ours(bars), BareProtectedCross.Run(bars, Rules, Fast, Slow, Stop));
        var (ours, bare) = Clocked.Best(Rounds, () => Repeat(() => Ours(bars)), () => Repeat(() => BareProtectedCross.Run(bars, Rules, Fast, Slow, Stop)));
        var work = (double)RunsInARound * bars.Count;
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>([new(Name, work / ours, work / bare, bare / ours, "bars/s")]);
    }

    private static double Ours(BarSeries bars) => Domain.Simulation.Simulator.RunWithExits(new ProtectedCross(Fast, Slow, Stop), bars, Rules).FinalEquity;

    private static void Repeat(Func<double> run)
    {
        for (var i = 0; i < RunsInARound; i++) run();
    }
}
