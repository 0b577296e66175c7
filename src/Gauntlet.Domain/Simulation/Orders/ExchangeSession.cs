using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>One market under rules that the fast loop does not hold: volume, latency, financing, margin calls. Under plain rules it gives the numbers of the fast loop.</summary>
internal sealed class ExchangeSession<TPilot>(TPilot pilot, ExecutionRules rules) : ITradingSession
    where TPilot : struct, IPilot
{
    private readonly Exchange _exchange = new(1, rules);
    private TPilot _pilot = pilot;
    private DateTime _last = DateTime.MinValue;
    private Bar _lastBar;
    private Wish _wish = Wish.Flat, _protected = Wish.Flat;
    private bool _trading, _primed;
    private int _age;

    public IReadOnlyList<Trade> Trades => Market.Book.At(Market.LastClose);

    /// <summary>Everything that it has.</summary>
    public Exchange Exchange => _exchange;

    private MarketState Market => _exchange.Markets[0];

    public void Warm(in Bar bar)
    {
        if (_trading) throw new InvalidOperationException($"Bar {bar.OpenTime:O} comes to warm up a session that already trades.");
        Advance(bar.OpenTime);
        _lastBar = bar;
        _wish = _pilot.OnBar(bar, new(0, double.NaN, 0, _exchange.Equity));
        _primed = true;
    }

    public BarOutcome Step(in Bar bar)
    {
        Advance(bar.OpenTime);
        if (!_trading && _primed) Prime();
        _trading = true;
        var execution = _exchange.Execution;
        var (fills, entered) = (execution.Fills.Count, Market.EntryStep);
        _exchange.Begin(bar.OpenTime, [bar], [true]);
        for (var i = fills; i < execution.Fills.Count; i++) Notice(execution.Fills[i].Fill.Reason);
        _age = Market.Position == 0 ? 0 : Market.EntryStep != entered ? 1 : _age + 1;
        Decide(_pilot.OnBar(bar, new(Market.Position, Market.Book.EntryPrice, _age, _exchange.Equity)));
        _exchange.End();
        return new(bar.OpenTime, _exchange.Equity, (double)execution.Ledger.Cash, Market.Position, [.. execution.Fills.Skip(fills).Select(fill => fill.Fill)]);
    }

    public void Flatten()
    {
        _exchange.CancelAll();
        Set(Wish.Flat);
        _exchange.Steer(0, 0, atOpen: true);
    }

    // The last wish before trading begins waits for the first open: the market is shown its bar without trading it.
    private void Prime()
    {
        _exchange.Begin(_lastBar.OpenTime, [_lastBar], [true]);
        Require(_wish);
        if (_wish.Weight != 0) _exchange.Steer(0, _wish.Weight, atOpen: true);
        if (TPilot.HasLevels) Set(_wish);
    }

    private static void Require(in Wish wish)
    {
        if (wish.Weight is not (>= -1 and <= 1)) throw new InvalidOperationException($"A strategy wished for {wish.Weight} of the equity; wishes lie in [-1, 1].");
    }

    private void Decide(in Wish wish)
    {
        Require(wish);
        var changed = wish.Weight != _wish.Weight;
        _wish = wish;
        if (changed && !_exchange.IsBust) _exchange.Steer(0, wish.Weight);
        if (TPilot.HasLevels) Set(wish);
    }

    private void Set(in Wish wish)
    {
        if (wish.Stop.Equals(_protected.Stop) && wish.Target.Equals(_protected.Target) && Math.Sign(wish.Weight) == Math.Sign(_protected.Weight)) return;
        _protected = wish;
        _exchange.Protect(0, Math.Sign(wish.Weight), wish.Stop, wish.Target);
    }

    // A position that a level or the broker closed is no longer wished for.
    private void Notice(FillReason reason)
    {
        if (reason == FillReason.Signal) return;
        _wish = _protected = Wish.Flat;
    }

    private void Advance(DateTime time)
    {
        if (time <= _last) throw new InvalidOperationException($"Bar {time:O} is not after the last one, {_last:O}.");
        _last = time;
    }
}
