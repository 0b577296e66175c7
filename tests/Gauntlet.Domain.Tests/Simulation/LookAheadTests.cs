using Gauntlet.Domain.Indicators.Catalogue;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;
using Gauntlet.Domain.Strategies.Portfolios;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>What was decided up to a bar stays as it was, whatever comes after it: for every strategy and indicator of the catalogues, at every corner of their parameters.</summary>
public class LookAheadTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Create(SyntheticKind.Trend, 23, 1500).Series;
    private static readonly string[] Executions = ["next-open", "same-close", "exchange"];
    private static readonly int[] Cuts = [501, 777, 1234];

    public static TheoryData<string> Strategies => [.. StrategyCatalogue.All.Concat(StrategyCatalogue.Decorated).Select(definition => definition.Name)];

    public static TheoryData<string> Portfolios => [.. PortfolioCatalogue.All.Select(definition => definition.Name)];

    public static TheoryData<string> Indicators => [.. IndicatorCatalogue.All.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Strategy_LaterBarsChange_KeepsEveryResultBefore(string name)
    {
        var definition = StrategyCatalogue.Find(name);
        foreach (var values in Corners(definition.Parameters))
        {
            foreach (var execution in Executions) Require($"{name} {values} {execution}", bars => definition.Run(values, bars, Rules(execution)));
        }
    }

    [Theory]
    [MemberData(nameof(Portfolios))]
    public void Portfolio_LaterBarsChange_KeepsEveryResultBefore(string name)
    {
        var definition = PortfolioCatalogue.Find(name);
        var (one, other) = (Days(SyntheticKind.Trend, 31), Days(SyntheticKind.Noise, 29));
        var before = definition.Run(ParameterValues.Empty, [one, other], new());
        before.Fills.Count.ShouldBeGreaterThan(0);
        foreach (var cut in Cuts)
        {
            var after = definition.Run(ParameterValues.Empty, [Changed(one, cut), other], new());
            after.Equity.Take(cut).ShouldBe(before.Equity.Take(cut));
            after.Fills.TakeWhile(fill => fill.Step < cut).ShouldBe(before.Fills.TakeWhile(fill => fill.Step < cut));
        }
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Indicator_LaterBarsChange_KeepsEveryValueBefore(string name)
    {
        var definition = IndicatorCatalogue.Find(name);
        var before = definition.Over(Bars, 20);
        foreach (var cut in Cuts)
        {
            var after = definition.Over(Changed(Bars, cut), 20);
            for (var column = 0; column < before.Length; column++)
            {
                after[column].Take(cut).ShouldBe(before[column].Take(cut), $"{name} {definition.Columns[column]}");
                after[column].Skip(cut).SequenceEqual(before[column].Skip(cut)).ShouldBeFalse();
            }
        }
    }

    // The test of the test: who knows a later close is found out.
    [Fact]
    public void Strategy_ThatKnowsLaterCloses_IsFoundOut() =>
        Should.Throw<ShouldAssertException>(() => Require("clairvoyant", bars => Simulator.Run(new Clairvoyant(bars.Close.ToArray()), bars, new())));

    private static void Require(string what, Func<BarSeries, SimulationResult> run)
    {
        var before = run(Bars);
        foreach (var cut in Cuts)
        {
            var after = run(Changed(Bars, cut));
            after.Equity[..cut].SequenceEqual(before.Equity[..cut]).ShouldBeTrue($"{what}: equity before bar {cut}");
            Closed(after, cut).ShouldBe(Closed(before, cut), what);
            if (before.Trades.Count > 0 && before.FinalPosition != 0) after.Equity[cut..].SequenceEqual(before.Equity[cut..]).ShouldBeFalse($"{what}: nothing after bar {cut} changed");
        }
    }

    private static List<Trade> Closed(SimulationResult result, int cut) => [.. result.Trades.Where(trade => trade.ExitTime < result.Window.Times[cut])];

    private static ExecutionRules Rules(string execution) => execution switch
    {
        "same-close" => new() { Timing = FillTiming.SameClose },
        "exchange" => new() { LatencyBars = 1, ParticipationFraction = 0.2, Costs = new() { SquareRootImpact = 1 } },
        _ => new(),
    };

    // The defaults, and each parameter at its ends with the others at theirs.
    private static IEnumerable<ParameterValues> Corners(ParameterSpace space)
    {
        yield return space.Defaults;
        foreach (var parameter in space.Parameters)
        {
            foreach (var value in Ends(parameter))
            {
                var values = space.Defaults.With(parameter.Name, value);
                if (space.Allows(values)) yield return values;
            }
        }
    }

    private static IEnumerable<ParameterValue> Ends(Parameter parameter) => parameter switch
    {
        IntParameter whole => [whole.Low, whole.High],
        FloatParameter real => [real.Low, real.High],
        CategoricalParameter word => word.Choices.Select(choice => (ParameterValue)choice),
        _ => [],
    };

    private static BarSeries Days(SyntheticKind kind, ulong seed) => SyntheticMarket.Create(kind, seed, 1500, TimeSpan.FromDays(1)).Series;

    private static BarSeries Changed(BarSeries bars, int from)
    {
        return new(bars.Symbol, bars.Interval, bars.Times.ToArray(), Scaled(bars.Open), Scaled(bars.High), Scaled(bars.Low), Scaled(bars.Close), Scaled(bars.Volume));

        double[] Scaled(ReadOnlySpan<double> column)
        {
            var copy = column.ToArray();
            for (var i = from; i < copy.Length; i++) copy[i] *= 1.5 + (0.3 * Math.Sin(i));
            return copy;
        }
    }

    private struct Clairvoyant(double[] close) : IStrategy
    {
        // Further than an order needs to fill, so that the knowledge earns something before the bar it is of.
        private const int Ahead = 5;
        private int _next;

        public readonly int WarmUp => 0;

        public double OnBar(in Bar bar) => close[Math.Min(_next++ + Ahead, close.Length - 1)] > bar.Close ? 1 : -1;
    }
}
