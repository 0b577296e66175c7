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
            && outcomes.Count(outcome => outcome.Fill is not null) == batch.FillCount
            && outcomes[^1].Cash == batch.FinalCash && outcomes[^1].Position == batch.FinalPosition;
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
        var fills = test.Steps().Outcomes.Where(outcome => outcome.Fill is not null).Select(outcome => outcome.Fill!.Value).ToList();
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
    public void Fills_NeverRaiseTheEquityAtTheOpen() => ForAll(test => test.Fills().All(fill =>
        (fill.Fill.Quantity * (fill.Fill.Price - fill.Open)) + fill.Fill.Fee >= 0 && (test.Rules.Costs != Costs.None || fill.Fill.Price == fill.Open)));

    [Fact]
    public void Orders_NeverBorrow() => ForAll(test =>
    {
        var position = 0.0;
        foreach (var (fill, _, cash) in test.Fills())
        {
            var before = position;
            position += fill.Quantity;
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
                Sizing = random.Next(2) == 0 ? Sizing.AtDecision : Sizing.AtFill,
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

        public IEnumerable<(Fill Fill, double Open, double Cash)> Fills() =>
            Steps().Outcomes.Select((outcome, i) => (outcome, Open: Bars.Open[Start + i])).Where(pair => pair.outcome.Fill is not null)
                .Select(pair => (pair.outcome.Fill!.Value, pair.Open, pair.outcome.Cash));
    }
}
