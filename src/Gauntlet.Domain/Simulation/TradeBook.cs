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

    /// <summary>Books one fill; one that crosses zero is two legs at one price.</summary>
    /// <param name="fill">The fill.</param>
    /// <param name="after">Position after it, as the account has it.</param>
    public void Add(in Fill fill, double after)
    {
        if (_position * after < 0)
        {
            var share = -_position / fill.Quantity;
            Leg(fill.Time, -_position, 0, fill.Price, fill.Fee * share);
            Leg(fill.Time, after, after, fill.Price, fill.Fee * (1 - share));
            return;
        }

        Leg(fill.Time, fill.Quantity, after, fill.Price, fill.Fee);
    }

    /// <summary>Closed round trips and, where a position is open, that one marked at a price.</summary>
    public IReadOnlyList<Trade> At(double price) =>
        _position == 0 ? [.. _closed] : [.. _closed, Current(null, _cashFlow + (_position * price))];

    private void Leg(DateTime time, double quantity, double after, double price, double fee)
    {
        if (_position == 0) Begin(time);
        var building = _position * quantity >= 0;
        if (building)
        {
            _entryQuantity += quantity;
            _entryValue += quantity * price;
        }
        else
        {
            _exitQuantity += quantity;
            _exitValue += quantity * price;
        }

        _position = after;
        _fees += fee;
        _cashFlow -= (quantity * price) + fee;
        if (Math.Abs(_position) > Math.Abs(_largest)) _largest = _position;
        if (_position == 0) _closed.Add(Current(time, _cashFlow));
    }

    private void Begin(DateTime time)
    {
        _entryTime = time;
        _largest = _fees = _cashFlow = _entryQuantity = _entryValue = _exitQuantity = _exitValue = 0;
    }

    private Trade Current(DateTime? exit, double profit) =>
        new(_entryTime, _entryValue / _entryQuantity, exit, _exitValue / _exitQuantity, _largest, _fees, profit);
}
