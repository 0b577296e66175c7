using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>What a bar allocates: of a session fed bar after bar, and of a whole run beyond its equity curve and its trades.</summary>
internal sealed class AllocationBenchmark : IBenchmark
{
    private static readonly ExecutionRules Rules = new();

    public string Name => "allocation";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var (few, many) = (Bars(200_000), Bars(2_000_000));
        _ = (OfRun(few), OfSession(few));
        // The difference of two lengths leaves out what a run needs once.
        var run = (double)(OfRun(many) - OfRun(few)) / (many.Count - few.Count);
        var session = (double)(OfSession(many) - OfSession(few)) / (many.Count - few.Count);
        return Task.FromResult<IReadOnlyList<BenchmarkResult>>(
        [
            new("allocation of a session", session, 0, 0, "B/bar"),
            new("allocation of a run; its equity curve is the baseline", run, sizeof(double), run / sizeof(double), "B/bar"),
        ]);
    }

    // Rising for ever: one order, and then nothing but bars.
    private static BarSeries Bars(int count)
    {
        var start = DateTime.UnixEpoch;
        var times = new DateTime[count];
        var price = new double[count];
        for (var i = 0; i < count; i++) (times[i], price[i]) = (start.AddMinutes(i), 100 + (i * 1e-3));
        return new("rise", TimeSpan.FromMinutes(1), times, price, price, price, price, price, new TradingCalendar(TradingCalendar.Continuous, 1440, 525_600));
    }

    private static long OfRun(BarSeries bars)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Domain.Simulation.Simulator.Run(new BuyAndHold(), bars, Rules);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long OfSession(BarSeries bars)
    {
        var session = StrategyCatalogue.Find("sma-cross").Open(ParameterValues.Empty, Rules);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < bars.Count; i++) session.Step(bars[i]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
