using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Simulation.Orders;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>The state of a session after a bar.</summary>
/// <param name="OpenTime">Opening time of the bar, UTC.</param>
/// <param name="Equity">Cash + position × close.</param>
/// <param name="Cash">Money, including the proceeds of short sales.</param>
/// <param name="Position">Signed quantity held.</param>
/// <param name="Fills">What filled in the bar, in order; mostly nothing, and two where a stop ended what the open had begun.</param>
public readonly record struct BarOutcome(DateTime OpenTime, double Equity, double Cash, double Position, IReadOnlyList<Fill> Fills)
{
    /// <summary>The last fill of the bar, if there was one.</summary>
    public Fill? Fill => Fills is { Count: > 0 } ? Fills[^1] : null;

    /// <summary>Value of all fills, in money.</summary>
    public double TradedValue => Fills is null ? 0 : Fills.Sum(fill => Math.Abs(fill.Quantity * fill.Price));
}

/// <summary>Opens simulations that are fed one bar after the other.</summary>
public static class TradingSession
{
    /// <summary>A session of a strategy, from its beginning.</summary>
    /// <param name="strategy">A fresh strategy; the caller's copy is not changed.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <exception cref="Input.InvalidInputException">Rules out of range.</exception>
    public static ITradingSession Open<TStrategy>(TStrategy strategy, ExecutionRules rules)
        where TStrategy : struct, IStrategy => Session(new WeightPilot<TStrategy>(strategy), rules);

    /// <summary>A session of a strategy with stops and targets.</summary>
    /// <inheritdoc cref="Open{TStrategy}"/>
    public static ITradingSession OpenWithExits<TStrategy>(TStrategy strategy, ExecutionRules rules)
        where TStrategy : struct, IExitStrategy => Session(new ExitPilot<TStrategy>(strategy), rules);

    private static ITradingSession Session<TPilot>(TPilot pilot, ExecutionRules rules)
        where TPilot : struct, IPilot => rules.Validated().IsPlain ? new TradingSession<TPilot>(pilot, rules) : new ExchangeSession<TPilot>(pilot, rules);
}

/// <summary>A simulation fed one bar after the other, as paper trading does; it gives exactly the numbers of <see cref="Simulator.Run{TStrategy}"/>.</summary>
public interface ITradingSession
{
    /// <summary>Round trips so far; an open one is marked at the last close.</summary>
    IReadOnlyList<Trade> Trades { get; }

    /// <summary>Shows the strategy a bar before trading begins.</summary>
    /// <exception cref="InvalidOperationException">Trading has begun.</exception>
    void Warm(in Bar bar);

    /// <summary>Takes the bar that has just closed: fills what waited at its open, then lets the strategy decide for the next one.</summary>
    /// <exception cref="InvalidOperationException">The bar is not after the last one.</exception>
    BarOutcome Step(in Bar bar);

    /// <summary>Orders the position closed at the next bar's open, in place of whatever waited there; from that bar's close on the strategy trades again.</summary>
    void Flatten();
}

/// <summary>A session of one pilot.</summary>
internal sealed class TradingSession<TPilot> : ITradingSession
    where TPilot : struct, IPilot
{
    private readonly List<Fill> _journal = [];
    private Engine<TPilot> _engine;
    private DateTime _last = DateTime.MinValue;
    private bool _trading;

    public TradingSession(TPilot pilot, ExecutionRules rules) => _engine = new(pilot, rules, _journal);

    public IReadOnlyList<Trade> Trades => _engine.Account.Trades;

    public void Warm(in Bar bar)
    {
        if (_trading) throw new InvalidOperationException($"Bar {bar.OpenTime:O} comes to warm up a session that already trades.");
        Advance(bar.OpenTime);
        _engine.Warm(bar);
    }

    public BarOutcome Step(in Bar bar)
    {
        Advance(bar.OpenTime);
        _trading = true;
        _journal.Clear();
        _engine.Step(bar);
        ref var account = ref _engine.Account;
        return new(bar.OpenTime, account.Equity, account.Cash, account.Position, _journal.Count == 0 ? [] : [.. _journal]);
    }

    public void Flatten() => _engine.Account.Flatten();

    private void Advance(DateTime time)
    {
        if (time <= _last) throw new InvalidOperationException($"Bar {time:O} is not after the last one, {_last:O}.");
        _last = time;
    }
}
