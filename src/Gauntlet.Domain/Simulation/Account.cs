using System.Runtime.CompilerServices;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Simulation;

/// <summary>Cash and the position of one market, the one order that waits, and the levels that protect: the fast loop of plain rules, for every stage alike.</summary>
internal struct Account
{
    private readonly ExecutionRules _rules;
    private readonly Terms _terms;
    private readonly TradeBook _trades = new();
    private readonly List<Fill>? _journal;
    private readonly bool _sameClose, _exitsInEntryBar, _cross;
    private double _weight, _quantity, _close, _stop, _target, _entryPrice;
    private int _age;
    private bool _waiting, _entered, _ruined;

    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="journal">Takes every fill; null where nobody reads them.</param>
    public Account(ExecutionRules rules, List<Fill>? journal)
    {
        _journal = journal;
        _terms = new(rules);
        _rules = rules;
        _sameClose = rules.Timing == FillTiming.SameClose;
        _exitsInEntryBar = rules.Exits == ExitStart.EntryBar;
        _cross = rules.Limits == LimitFill.Cross;
        _stop = _target = _entryPrice = double.NaN;
        Cash = Equity = rules.StartingCash;
    }

    /// <summary>Money, including the proceeds of short sales.</summary>
    public double Cash { get; private set; }

    /// <summary>Signed quantity held.</summary>
    public double Position { get; private set; }

    /// <summary>Cash + position × last close.</summary>
    public double Equity { get; private set; }

    /// <summary>All fees so far, in money.</summary>
    public double Fees { get; private set; }

    /// <summary>Sum of |quantity| × price of all fills, in money.</summary>
    public double TradedValue { get; private set; }

    /// <summary>Sum over fills of traded value over the equity before the fill.</summary>
    public double Turnover { get; private set; }

    /// <summary>Number of fills.</summary>
    public int FillCount { get; private set; }

    /// <summary>Round trips, an open one marked at the last close.</summary>
    public readonly IReadOnlyList<Trade> Trades => _trades.At(_close);

    /// <summary>The weight that was ordered last.</summary>
    public readonly double Weight => _weight;

    /// <summary>Whether an order waits for the next open.</summary>
    public readonly bool IsWaiting => _waiting;

    /// <summary>The position as its strategy sees it.</summary>
    public readonly Holding Holding => new(Position, _entryPrice, _age, Equity);

    /// <summary>Takes a wish formed before trading begins; only the last one stands, for the first open.</summary>
    public void Prime(double close, in Wish wish)
    {
        _close = close;
        _weight = Checked(wish.Weight);
        _quantity = Quantity(close);
        _waiting = wish.Weight != 0;
        Protect(wish);
    }

    /// <summary>Fills the waiting order at a bar's open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Open(in Bar bar)
    {
        if (_waiting) FillWaiting(bar.Open, bar.OpenTime);
    }

    /// <summary>Closes the position inside a bar where a level is hit: the open first, then the stop, then the target, because the path between is unknown.</summary>
    public void Inside(in Bar bar)
    {
        var fresh = _entered;
        _entered = false;
        // A refused reversal leaves a position that the new levels do not belong to.
        if (Position * _weight <= 0 || (fresh && !_exitsInEntryBar)) return;

        if (Position > 0)
        {
            if (bar.Open <= _stop) Exit(bar.Open, bar.OpenTime, FillReason.Stop);
            else if (_cross ? bar.Open > _target : bar.Open >= _target) Exit(bar.Open, bar.OpenTime, FillReason.Target);
            else if (bar.Low <= _stop) Exit(_stop, bar.OpenTime, FillReason.Stop);
            else if (_cross ? bar.High > _target : bar.High >= _target) Exit(_target, bar.OpenTime, FillReason.Target);
        }
        else
        {
            if (bar.Open >= _stop) Exit(bar.Open, bar.OpenTime, FillReason.Stop);
            else if (_cross ? bar.Open < _target : bar.Open <= _target) Exit(bar.Open, bar.OpenTime, FillReason.Target);
            else if (bar.High >= _stop) Exit(_stop, bar.OpenTime, FillReason.Stop);
            else if (_cross ? bar.Low < _target : bar.Low <= _target) Exit(_target, bar.OpenTime, FillReason.Target);
        }
    }

    /// <summary>Marks the position to a bar's close; an account without equity is closed there and trades no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(in Bar bar)
    {
        _close = bar.Close;
        Equity = Cash + (Position * _close);
        if (Equity <= 0) Ruin(bar.OpenTime);
    }

    /// <summary>Counts the bars of a position; only who looks at them needs it.</summary>
    public void Age() => _age = Position == 0 ? 0 : _age + 1;

    /// <summary>Takes the weight wished at the close that was just marked; a changed one becomes an order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decide(double weight, DateTime time)
    {
        if (weight != _weight) Order(weight, time);
    }

    /// <summary>Takes the levels of a wish.</summary>
    public void Protect(in Wish wish)
    {
        _stop = wish.Stop;
        _target = wish.Target;
    }

    /// <summary>Orders the position closed at the next open, in place of whatever waited; the wish of that bar's close counts again.</summary>
    public void Flatten()
    {
        _weight = _quantity = 0;
        _stop = _target = double.NaN;
        _waiting = Position != 0;
    }

    private static double Checked(double weight) =>
        weight is >= -1 and <= 1 ? weight : throw new InvalidOperationException($"A strategy wished for {weight} of the equity; wishes lie in [-1, 1].");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Order(double weight, DateTime time)
    {
        if (_ruined) return;
        _weight = Checked(weight);
        _quantity = Quantity(_close);
        if (!_sameClose)
        {
            _waiting = true;
            return;
        }

        FillWaiting(_close, time);
        _entered = false;
        Equity = Cash + (Position * _close);
    }

    private readonly double Quantity(double price) => _rules.Sizing switch
    {
        Sizing.AtDecision => _terms.Lots(_weight * Equity / price),
        Sizing.Units => _terms.Lots(_weight * _rules.UnitQuantity),
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillWaiting(double reference, DateTime time)
    {
        _waiting = false;
        var wished = _rules.Sizing == Sizing.AtFill ? _terms.Lots(_weight * (Cash + (Position * reference)) / reference) : _quantity;
        if (wished == Position) return;

        var price = _terms.Price(reference, wished > Position ? 1 : -1);
        var target = Affordable(wished, price, time);
        // What only rounding leaves of a cut order is nothing.
        if (target != wished && Math.Abs(target - Position) <= 1e-12 * Math.Abs(wished - Position)) return;
        if (target != 0 && Math.Abs(target - Position) * price < _rules.MinimumNotional) return;

        var before = Position;
        Execute(target, price, time, FillReason.Signal, rested: false);
        // All that there was has been spent: what is left are rounding errors.
        if (target != wished && Math.Abs(Cash) <= 1e-9 * TradedValue) Cash = 0;
        if (Position * before <= 0 && Position != 0)
        {
            _entered = true;
            _age = 0;
        }
    }

    private void Exit(double reference, DateTime time, FillReason reason)
    {
        var rested = reason == FillReason.Target;
        var price = rested ? reference : _terms.Price(reference, Position > 0 ? -1 : 1);
        Execute(0, price, time, reason, rested);
        _weight = 0;
        _stop = _target = double.NaN;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ruin(DateTime time)
    {
        if (_ruined) return;
        _ruined = true;
        _waiting = false;
        if (Position != 0) Exit(_close, time, FillReason.Liquidation);
        _weight = 0;
        Equity = Cash;
    }

    private void Execute(double target, double price, DateTime time, FillReason reason, bool rested)
    {
        var quantity = target - Position;
        if (quantity == 0) return;

        var value = Math.Abs(quantity) * price;
        var before = Cash + (Position * price);
        var fee = _terms.Fee(quantity, price, rested, time);
        Cash -= (quantity * price) + fee;
        // Set, not added up, so that a closed position is exactly zero.
        Position = target;
        Fees += fee;
        TradedValue += value;
        if (before > 0) Turnover += value / before;
        FillCount++;
        var fill = new Fill(time, quantity, price, fee, reason);
        _trades.Add(fill, Position);
        _journal?.Add(fill);
        _terms.Count(value, time);
        _entryPrice = _trades.EntryPrice;
    }

    private readonly double Affordable(double wished, double price, DateTime time)
    {
        var side = Math.Sign(wished);
        var reduces = Position * wished >= 0 && Math.Abs(wished) <= Math.Abs(Position);
        if (side == 0 || reduces || _rules.Shortage == Shortage.Ignore) return wished;

        var limit = _terms.Limit(side, Position, price, Cash + (Position * price), 0, rested: false, time);
        if (Math.Abs(wished) <= limit) return wished;
        return _rules.Shortage == Shortage.Reduce ? _terms.Lots(side * limit) : Math.Abs(wished) <= limit * (1 + 1e-12) ? wished : Position;
    }
}
