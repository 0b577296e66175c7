using Gauntlet.Domain.Arena;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Tests.Arena;

public class PaperSessionTests
{
    private static readonly StrategyDefinition Sma = StrategyCatalogue.Find("sma-cross");
    private static readonly ExecutionRules Rules = new();
    private static readonly DataWindow Paper = DataWindows.Of(SyntheticMarket.Create(SyntheticKind.Trend, 3, 8000).Series).Paper;
    private static readonly ParameterValues Quick = new([KeyValuePair.Create("fast", (ParameterValue)4), KeyValuePair.Create("slow", (ParameterValue)12)]);

    [Fact]
    public void Step_WholeWindow_EqualsTheResimulation() =>
        Trade([]).Select(bar => bar.Equity).ShouldBe(Resimulation.Run(Sma, Quick, Rules, Paper, []).Equity);

    [Fact]
    public void Step_WithAStopOnTheWay_StillEqualsTheResimulation()
    {
        var flattened = Trade([50]);
        flattened[50].Weight.ShouldBe(0);
        flattened.Select(bar => bar.Equity).ShouldBe(Resimulation.Run(Sma, Quick, Rules, Paper, [50]).Equity);
        flattened.Select(bar => bar.Equity).ShouldNotBe(Trade([]).Select(bar => bar.Equity));
    }

    [Fact]
    public void Step_Benchmark_IsBuyAndHoldOfTheSameBars()
    {
        var bars = Paper.WithHistory(out var start);
        Trade([]).Select(bar => bar.BenchmarkEquity).ShouldBe(Simulator.BuyAndHold(bars, Rules, start).Equity.ToArray());
    }

    [Fact]
    public void Step_BarThatRepeatsTheLast_IsStale()
    {
        var session = PaperSession.Open(Sma, Quick, Rules, Paper);
        var bar = Paper.Bars[0];
        session.Step(bar).Condition.ShouldBe(BarCondition.Good);
        session.Step(bar with { OpenTime = bar.OpenTime.AddHours(1) }).Condition.ShouldBe(BarCondition.Stale);
        session.Step(Paper.Bars[2], late: true).Condition.ShouldBe(BarCondition.Late);
    }

    // A missing bar must never be worth nothing: the account keeps its last value, and nothing is decided.
    [Fact]
    public void Miss_BarThatDidNotCome_KeepsTheLastValueAndTradesNothing()
    {
        var session = PaperSession.Open(Sma, Quick, Rules, Paper);
        var before = Enumerable.Range(0, 30).Select(i => session.Step(Paper.Bars[i])).Last();

        var missing = session.Miss(Paper.Bars[30].OpenTime);

        (missing.Equity, missing.BenchmarkEquity, missing.Weight, missing.TurnoverFraction).ShouldBe((before.Equity, before.BenchmarkEquity, before.Weight, 0));
        missing.Condition.ShouldBe(BarCondition.Missing);
        session.Last.Fill.ShouldBeNull();
        session.Step(Paper.Bars[31]).Equity.ShouldBeInRange(before.Equity * 0.9, before.Equity * 1.1);
    }

    [Fact]
    public void Miss_FirstBar_IsWorthTheStartingCash()
    {
        var missing = PaperSession.Open(Sma, Quick, Rules, Paper).Miss(Paper.From);
        (missing.Equity, missing.BenchmarkEquity, missing.SixtyFortyEquity).ShouldBe((Rules.StartingCash, Rules.StartingCash, Rules.StartingCash));
    }

    // A market that only falls or rises moves half as much for whoever holds half of it, before costs.
    [Fact]
    public void Step_Benchmarks_HoldTheirShareOfTheSameBars()
    {
        var last = Trade([])[^1];
        var market = (last.BenchmarkEquity / Rules.StartingCash) - 1;
        ((last.EqualWeightEquity!.Value / Rules.StartingCash) - 1).ShouldBe(0.5 * market, 0.004);
        ((last.SixtyFortyEquity!.Value / Rules.StartingCash) - 1).ShouldBe(0.6 * market, 0.004);
    }

    [Fact]
    public void Days_CompletedByBars_NeverByTime()
    {
        var bars = Trade([]);
        PaperLedger.Days(Rules.StartingCash, bars, Paper).Count.ShouldBe(7);
        PaperLedger.Days(Rules.StartingCash, [.. bars.Take(167)], Paper).Count.ShouldBe(6);
        PaperLedger.Days(Rules.StartingCash, [.. bars.Take(23)], Paper).ShouldBeEmpty();
    }

    [Fact]
    public void Days_Returns_ChainToTheSession()
    {
        var bars = Trade([]);
        var days = PaperLedger.Days(Rules.StartingCash, bars, Paper);
        days.Aggregate(Rules.StartingCash, (value, day) => value * (1 + day.ReturnFraction)).ShouldBe(bars[^1].Equity, 1e-6);
        days[^1].Equity.ShouldBe(bars[^1].Equity);
        days.Sum(day => day.Bars).ShouldBe(168);
        days.Sum(day => day.TurnoverFraction).ShouldBe(bars.Sum(bar => bar.TurnoverFraction), 1e-9);
    }

    private static List<PaperBar> Trade(IReadOnlyCollection<int> flattened)
    {
        var session = PaperSession.Open(Sma, Quick, Rules, Paper);
        var traded = new List<PaperBar>();
        for (var i = 0; i < Paper.Count; i++)
        {
            if (flattened.Contains(i)) session.Flatten();
            traded.Add(session.Step(Paper.Bars[i]));
        }

        return traded;
    }
}
