using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>Simulates a strategy over a whole series: decisions at a bar's close, fills at the next bar's open.</summary>
public static class Simulator
{
    /// <summary>Runs a strategy from its beginning.</summary>
    /// <param name="strategy">A fresh strategy; the caller's copy is not changed.</param>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="start">First bar that is traded and measured; those before only warm the strategy up, and their last decision fills at this bar's open. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start does not lie within the series.</exception>
    /// <exception cref="Input.InvalidInputException">Rules out of range.</exception>
    /// <exception cref="InvalidOperationException">The strategy wished for something outside [−1, 1].</exception>
    public static SimulationResult Run<TStrategy>(TStrategy strategy, BarSeries bars, ExecutionRules rules, int start = 0)
        where TStrategy : struct, IStrategy
    {
        Require(bars, start);
        return rules.Validated().IsPlain ? Glide.Run(strategy, bars, rules, start) : Walk(new WeightPilot<TStrategy>(strategy), bars, rules, start);
    }

    /// <summary>Runs a strategy with stops and targets from its beginning; while warming up it sees itself flat.</summary>
    /// <inheritdoc cref="Run{TStrategy}"/>
    public static SimulationResult RunWithExits<TStrategy>(TStrategy strategy, BarSeries bars, ExecutionRules rules, int start = 0)
        where TStrategy : struct, IExitStrategy
    {
        Require(bars, start);
        return rules.Validated().IsPlain ? Fly(new ExitPilot<TStrategy>(strategy), bars, rules, start) : Walk(new ExitPilot<TStrategy>(strategy), bars, rules, start);
    }

    /// <summary>The benchmark over the same window by the same rules: all in at the first open that a decision can reach, held to the end.</summary>
    /// <param name="bars">The market.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="start">First bar that is measured. Default 0.</param>
    public static SimulationResult BuyAndHold(BarSeries bars, ExecutionRules rules, int start = 0) =>
        Run(new BuyAndHold(), bars, rules, start);

    private static void Require(BarSeries bars, int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, bars.Count);
    }

    private static SimulationResult Fly<TPilot>(TPilot pilot, BarSeries bars, ExecutionRules rules, int start)
        where TPilot : struct, IPilot
    {
        var engine = new Engine<TPilot>(pilot, rules);
        var equity = GC.AllocateUninitializedArray<double>(bars.Count - start);
        var barsInMarket = 0;
        var times = bars.Times;
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var volume = bars.Volume;
        for (var i = 0; i < times.Length; i++)
        {
            var bar = new Bar(times[i], open[i], high[i], low[i], close[i], volume[i]);
            if (i < start)
            {
                engine.Warm(bar);
                continue;
            }

            engine.Step(bar);
            equity[i - start] = engine.Account.Equity;
            if (engine.Account.Position != 0) barsInMarket++;
        }

        return SimulationResult.Of(bars.Slice(start, equity.Length), rules, engine.Account, equity, barsInMarket);
    }

    private static SimulationResult Walk<TPilot>(TPilot pilot, BarSeries bars, ExecutionRules rules, int start)
        where TPilot : struct, IPilot
    {
        var session = new ExchangeSession<TPilot>(pilot, rules);
        for (var i = 0; i < start; i++) session.Warm(bars[i]);
        var equity = new double[bars.Count - start];
        var barsInMarket = 0;
        for (var i = 0; i < equity.Length; i++)
        {
            var outcome = session.Step(bars[start + i]);
            equity[i] = outcome.Equity;
            if (outcome.Position != 0) barsInMarket++;
        }

        var execution = session.Exchange.Execution;
        return new(equity)
        {
            Window = bars.Slice(start, equity.Length),
            StartingCash = rules.StartingCash,
            Trades = session.Trades,
            FillCount = execution.Fills.Count,
            Fees = (double)execution.Ledger.Fees,
            TradedValue = execution.TradedValue,
            Turnover = execution.Turnover,
            BarsInMarket = barsInMarket,
            FinalCash = (double)execution.Ledger.Cash,
            FinalPosition = session.Exchange.Markets[0].Position,
        };
    }
}
