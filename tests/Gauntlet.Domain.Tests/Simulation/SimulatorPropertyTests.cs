using FsCheck;
using FsCheck.Fluent;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Tests.Simulation;

/// <summary>What holds for every market, every strategy and all rules; the cases are the same in every run, and a failure prints the seed of its own.</summary>
public class SimulatorPropertyTests
{
    [Fact]
    public void StepByStep_GivesExactlyTheBatch() => ForAll(test =>
    {
        var batch = test.Run();
        var (outcomes, session) = test.Steps();
        return outcomes.Select(outcome => outcome.Equity).SequenceEqual(batch.Equity.ToArray())
            && session.Trades.SequenceEqual(batch.Trades)
            && outcomes.Sum(outcome => outcome.Fills.Count) == batch.FillCount
            && outcomes[^1].Cash == batch.FinalCash && outcomes[^1].Position == batch.FinalPosition;
    });

    // The fast loop and the exchange of orders are one simulator: a margin that never calls sends the same case through the other.
    [Fact]
    public void Exchange_UnderPlainRules_GivesTheFastLoop() => ForAll(test =>
    {
        var fast = test.Run();
        var slow = (test with { Rules = test.Rules with { MaintenanceFraction = 1e-12 } }).Run();
        return fast.FillCount == slow.FillCount
            && fast.Equity.ToArray().Zip(slow.Equity.ToArray()).All(pair => Near(pair.First, pair.Second, test))
            && fast.Trades.Zip(slow.Trades).All(pair => pair.First.EntryTime == pair.Second.EntryTime && pair.First.ExitTime == pair.Second.ExitTime && pair.First.Exit == pair.Second.Exit);
    });

    [Fact]
    public void ExchangeWithExits_UnderPlainRules_GivesTheFastLoop() => ForAll(test =>
    {
        var fast = Simulator.RunWithExits(new ScriptedExits(test.Weights), test.Bars, test.Rules, test.Start);
        var slow = Simulator.RunWithExits(new ScriptedExits(test.Weights), test.Bars, test.Rules with { MaintenanceFraction = 1e-12 }, test.Start);
        return fast.FillCount == slow.FillCount
            && fast.Equity.ToArray().Zip(slow.Equity.ToArray()).All(pair => Near(pair.First, pair.Second, test))
            && fast.Trades.Zip(slow.Trades).All(pair => pair.First.ExitTime == pair.Second.ExitTime && pair.First.Exit == pair.Second.Exit);
    });

    [Fact]
    public void Equity_IsCashPlusPositionTimesPrice() => ForAll(test =>
    {
        var closes = test.Bars.Slice(test.Start, test.Bars.Count - test.Start).Close.ToArray();
        return test.Steps().Outcomes.Zip(closes).All(pair => pair.First.Equity == pair.First.Cash + (pair.First.Position * pair.Second));
    });

    [Fact]
    public void Cash_IsTheSumOfTheFills() => ForAll(test =>
    {
        var fills = test.Steps().Outcomes.SelectMany(outcome => outcome.Fills).ToList();
        var result = test.Run();
        return Near(result.FinalCash, test.Rules.StartingCash - fills.Sum(fill => (fill.Quantity * fill.Price) + fill.Fee), test)
            && Near(result.FinalPosition * test.Bars.Close[^1], fills.Sum(fill => fill.Quantity) * test.Bars.Close[^1], test);
    });

    [Fact]
    public void Trades_AddUpToTheGain() => ForAll(test =>
    {
        var result = test.Run();
        return Near(result.Trades.Sum(trade => trade.ProfitAndLoss), result.FinalEquity - result.StartingCash, test)
            && Near(result.Trades.Sum(trade => trade.Fees), result.Fees, test);
    });

    [Fact]
    public void FutureBars_NeverChangeThePast() => ForAll(test =>
    {
        var known = test.Start + ((test.Bars.Count - test.Start) / 2);
        var equity = test.Run().Equity[..(known - test.Start)].ToArray();
        var changed = test with { Bars = Change(test.Bars, known) };
        return changed.Run().Equity[..(known - test.Start)].SequenceEqual(equity);
    });

    [Fact]
    public void Fills_NeverRaiseTheEquity() => ForAll(test => (test with { Start = 0 }).Fills().All(fill =>
        (fill.Fill.Quantity * (fill.Fill.Price - fill.Reference)) + fill.Fill.Fee >= -1e-9
            && (test.Rules.Costs != Costs.None || Math.Abs(fill.Fill.Price - fill.Reference) <= test.Rules.TickSize)));

    [Fact]
    public void Orders_NeverBorrow() => ForAll(test =>
    {
        var (position, cash) = (0.0, test.Rules.StartingCash);
        foreach (var (fill, _) in test.Fills())
        {
            var before = position;
            position += fill.Quantity;
            cash -= (fill.Quantity * fill.Price) + fill.Fee;
            var grows = Math.Abs(position) > Math.Abs(before) + 1e-9 || position * before < 0;
            var equity = cash + (position * fill.Price);
            if (grows && Math.Abs(position) * fill.Price > equity + (1e-6 * test.Rules.StartingCash)) return false;
        }

        return true;
    });

    [Fact]
    public void Quantities_AreWholeLots() => ForAll(test => test.Rules.LotSize == 0 || test.Steps().Outcomes.All(outcome =>
        Math.Abs((outcome.Position / test.Rules.LotSize) - Math.Round(outcome.Position / test.Rules.LotSize)) < 1e-6));

    private static bool Near(double actual, double expected, Case test) => Math.Abs(actual - expected) <= 1e-6 * test.Rules.StartingCash;

    private static void ForAll(Func<Case, bool> holds) =>
        Prop.ForAll<ulong>(seed => holds(Case.Of(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 3));

    private static BarSeries Change(BarSeries bars, int from)
    {
        double[] Scaled(ReadOnlySpan<double> column)
        {
            var copy = column.ToArray();
            for (var i = from; i < copy.Length; i++) copy[i] *= 1.5 + (0.3 * Math.Sin(i));
            return copy;
        }

        return new(bars.Symbol, bars.Interval, bars.Times.ToArray(), Scaled(bars.Open), Scaled(bars.High), Scaled(bars.Low), Scaled(bars.Close), bars.Volume.ToArray());
    }

    private sealed record Case(BarSeries Bars, double[] Weights, ExecutionRules Rules, int Start)
    {
        public static Case Of(ulong seed)
        {
            var random = new SeededRandom(seed);
            var bars = SyntheticMarket.Create(SyntheticKind.Noise, seed, 20 + random.Next(80), TimeSpan.FromDays(7)).Series;
            var weights = new double[bars.Count];
            for (var i = 0; i < weights.Length; i++) weights[i] = random.Next(3) > 0 && i > 0 ? weights[i - 1] : random.Next(4) switch { 0 => 0, 1 => 1, 2 => -1, _ => (2 * random.NextDouble()) - 1 };
            var rules = new ExecutionRules
            {
                StartingCash = 1000 * Math.Exp(4 * random.NextDouble()),
                LotSize = random.Next(3) switch { 0 => 1, 1 => 0.1, _ => 0 },
                Costs = random.Next(4) == 0 ? Costs.None : new(0.01 * random.NextDouble(), 0.01 * random.NextDouble(), 0.01 * random.NextDouble()),
                Sizing = random.Next(3) switch { 0 => Sizing.AtDecision, 1 => Sizing.AtFill, _ => Sizing.Units },
                UnitQuantity = 1 + random.Next(20),
                Timing = random.Next(4) == 0 ? FillTiming.SameClose : FillTiming.NextOpen,
                Shortage = random.Next(3) == 0 ? Shortage.Reject : Shortage.Reduce,
                Exits = random.Next(2) == 0 ? ExitStart.EntryBar : ExitStart.NextBar,
                Limits = random.Next(2) == 0 ? LimitFill.Touch : LimitFill.Cross,
                TickSize = random.Next(4) == 0 ? 0.01 : 0,
                MinimumNotional = random.Next(4) == 0 ? 50 : 0,
            };
            return new(bars, weights, rules, random.Next(10));
        }

        public SimulationResult Run() => Simulator.Run(new ScriptedStrategy(Weights), Bars, Rules, Start);

        public (List<BarOutcome> Outcomes, ITradingSession Session) Steps()
        {
            var session = TradingSession.Open(new ScriptedStrategy(Weights), Rules);
            var outcomes = new List<BarOutcome>();
            for (var i = 0; i < Bars.Count; i++)
            {
                if (i < Start) session.Warm(Bars[i]);
                else outcomes.Add(session.Step(Bars[i]));
            }

            return (outcomes, session);
        }

        /// <summary>Every fill and the price of the market at which it happened.</summary>
        public IEnumerable<(Fill Fill, double Reference)> Fills() => Steps().Outcomes.SelectMany((outcome, i) => outcome.Fills.Select(fill =>
            (fill, fill.Reason == FillReason.Liquidation || Rules.Timing == FillTiming.SameClose ? Bars.Close[Start + i] : Bars.Open[Start + i])));
    }
}
