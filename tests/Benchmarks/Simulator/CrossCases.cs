using BenchmarkDotNet.Attributes;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Benchmarks.Simulator;

/// <summary>Back-tests of two moving averages over three years of hours: plain, and with a stop inside every bar, fee tiers and slippage.</summary>
public class CrossCases
{
    private const int Fast = 20, Slow = 100;
    private const double Stop = 0.02;
    private static readonly ExecutionRules Rules = new(), Tiered = new() { Costs = new(0, 0.0001, 0.0002) { Tiers = FeeTiers.RetailCrypto } };
    private static readonly BarSeries Bars = SyntheticMarket.Create(SyntheticKind.Trend, 1).Series;

    private readonly StrategyDefinition _strategy = StrategyCatalogue.Find("sma-cross");
    private readonly ParameterValues _values = ParameterValues.Empty.With("fast", Fast).With("slow", Slow);

    /// <summary>Bars a second of a run that took so long.</summary>
    public static double BarsPerSecond(double nanoseconds) => Bars.Count / nanoseconds * 1e9;

    [GlobalSetup]
    public void RequireEqual()
    {
        Clocked.RequireEqual(Cross(), CrossBare());
        Clocked.RequireEqual(Stops(), StopsBare());
    }

    [Benchmark]
    public double Cross() => _strategy.Run(_values, Bars, Rules).FinalEquity;

    [Benchmark]
    public double CrossBare() => BareCross.Run(Bars, Rules, Fast, Slow);

    [Benchmark]
    public double Stops() => Domain.Simulation.Simulator.RunWithExits(new ProtectedCross(Fast, Slow, Stop), Bars, Tiered).FinalEquity;

    [Benchmark]
    public double StopsBare() => BareProtectedCross.Run(Bars, Tiered, Fast, Slow, Stop);
}
