namespace Gauntlet.Domain.Simulation;

/// <summary>Turns fills into round trips.</summary>
internal sealed class TradeBook
{
    private readonly List<Trade> _closed = [];
    private DateTime _entryTime;
    private double _position, _largest, _fees, _cashFlow;
    private double _entryQuantity, _entryValue, _exitQuantity, _exitValue;

    /// <summary>Closed round trips, in order.</summary>
    public IReadOnlyList<Trade> Closed => _closed;

    /// <summary>Mean price of the fills that built the open position; NaN when flat.</summary>
    public double EntryPrice => _position == 0 ? double.NaN : _entryValue / _entryQuantity;

    /// <summary>Books one fill; one that crosses zero is two legs at one price.</summary>
    /// <param name="fill">The fill.</param>
    /// <param name="after">Position after it, as the account has it.</param>
    public void Add(in Fill fill, double after)
    {
        if (_position * after < 0)
        {
            var share = -_position / fill.Quantity;
            Leg(fill, -_position, 0, fill.Fee * share);
            Leg(fill, after, after, fill.Fee * (1 - share));
            return;
        }

        Leg(fill, fill.Quantity, after, fill.Fee);
    }

    /// <summary>Books a cash flow of the position that is no fill: financing, a dividend.</summary>
    public void AddCash(double amount)
    {
        if (_position != 0) _cashFlow += amount;
    }

    /// <summary>Restates the open position after a split: quantities times a factor, prices divided by it.</summary>
    /// <param name="factor">New units for each old one.</param>
    /// <param name="after">Position after it, without a fraction that was paid out.</param>
    /// <param name="cashInLieu">What was paid for that fraction.</param>
    public void Split(double factor, double after, double cashInLieu)
    {
        _largest *= factor;
        _entryQuantity *= factor;
        _exitQuantity *= factor;
        _position = after;
        _cashFlow += cashInLieu;
    }

    /// <summary>Closed round trips and, where a position is open, that one marked at a price.</summary>
    public IReadOnlyList<Trade> At(double price) =>
        new TradeList(_closed, _closed.Count, _position == 0 ? null : Current(null, _cashFlow + (_position * price), FillReason.Signal));

    private void Leg(in Fill fill, double quantity, double after, double fee)
    {
        if (_position == 0) Begin(fill.Time);
        var value = quantity * fill.Price;
        if (_position * quantity >= 0)
        {
            _entryQuantity += quantity;
            _entryValue += value;
        }
        else
        {
            _exitQuantity += quantity;
            _exitValue += value;
        }

        _position = after;
        _fees += fee;
        _cashFlow -= value + fee;
        if (Math.Abs(_position) > Math.Abs(_largest)) _largest = _position;
        if (_position == 0) _closed.Add(Current(fill.Time, _cashFlow, fill.Reason));
    }

    private void Begin(DateTime time)
    {
        _entryTime = time;
        _largest = _fees = _cashFlow = _entryQuantity = _entryValue = _exitQuantity = _exitValue = 0;
    }

    private Trade Current(DateTime? exit, double profit, FillReason reason) =>
        new(_entryTime, _entryValue / _entryQuantity, exit, _exitValue / _exitQuantity, _largest, _fees, profit, reason);
}
