using System.Diagnostics;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Bars a second of the simulator with <c>sma-cross</c>, against a loop over the same arrays that does nothing but this one back-test.</summary>
internal sealed class SimulatorBenchmark : IBenchmark
{
    private const int Fast = 20;
    private const int Slow = 100;
    private const int Rounds = 300;
    private const int RunsInARound = 10;

    private static readonly ExecutionRules Rules = new();

    private readonly BarSeries _bars = SyntheticMarket.Create(SyntheticKind.Trend, 1).Series;
    private readonly StrategyDefinition _strategy = StrategyCatalogue.Find("sma-cross");
    private readonly ParameterValues _parameters = ParameterValues.Empty.With("fast", Fast).With("slow", Slow);

    public string Name => "simulator";

    public string Suite => "simulator";

    public Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<BenchmarkResult>>([Run()]);

    private BenchmarkResult Run()
    {
        var (ours, bare) = (Simulated(), Bare());
        if (Math.Abs(ours - bare) > 1e-6 * bare) throw new InvalidOperationException($"The simulator ends with {ours}, the bare loop with {bare}.");

        double value = 0, baseline = 0;
        for (var round = 0; round < Rounds; round++)
        {
            value = Math.Max(value, BarsPerSecond(Simulated));
            baseline = Math.Max(baseline, BarsPerSecond(Bare));
        }

        return new("simulator", value, baseline, value / baseline, "bars/s");
    }

    private double BarsPerSecond(Func<double> run)
    {
        var watch = Stopwatch.GetTimestamp();
        for (var i = 0; i < RunsInARound; i++) run();
        return (double)RunsInARound * _bars.Count / Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    private double Simulated() => _strategy.Run(_parameters, _bars, Rules).FinalEquity;

    private double Bare()
    {
        var open = _bars.Open;
        var close = _bars.Close;
        var equity = new double[close.Length];
        var slip = Rules.Costs.HalfSpreadFraction + Rules.Costs.SlippageFraction;
        var fee = Rules.Costs.FeeFraction;
        double cash = Rules.StartingCash, position = 0, fastSum = 0, slowSum = 0, wished = 0;
        var waiting = false;
        int side = 0, target = 0;
        for (var i = 0; i < close.Length; i++)
        {
            if (waiting)
            {
                waiting = false;
                var price = open[i] * (1 + (Math.Sign(wished - position) * slip));
                var limit = (cash + (position * price) + (target * fee * position * price)) / (price * (1 + fee));
                var quantity = (Math.Abs(wished) <= limit ? wished : target * limit) - position;
                cash -= (quantity * price) + (Math.Abs(quantity) * price * fee);
                position += quantity;
            }

            fastSum += close[i] - (i >= Fast ? close[i - Fast] : 0);
            slowSum += close[i] - (i >= Slow ? close[i - Slow] : 0);
            equity[i] = cash + (position * close[i]);
            if (i < Slow - 1) continue;

            var now = Math.Sign((fastSum / Fast) - (slowSum / Slow));
            if (i >= Slow && now != 0 && now != side && target != now)
            {
                target = now;
                wished = target * equity[i] / close[i];
                waiting = true;
            }

            side = now;
        }

        return equity[^1];
    }
}
