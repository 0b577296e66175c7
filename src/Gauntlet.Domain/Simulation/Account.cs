namespace Gauntlet.Domain.Simulation;

/// <summary>Cash, position and the one order that waits for the next open: everything that execution does, for every stage alike.</summary>
internal struct Account
{
    private readonly double _fee, _slip, _lot;
    private readonly bool _sizeAtFill;
    private readonly TradeBook _trades = new();
    private double _weight, _quantity, _close;
    private bool _waiting, _ruined;

    public Account(ExecutionRules rules)
    {
        rules.Validated();
        _fee = rules.Costs.FeeFraction;
        _slip = rules.Costs.HalfSpreadFraction + rules.Costs.SlippageFraction;
        _lot = rules.LotSize;
        _sizeAtFill = rules.Sizing == Sizing.AtFill;
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

    /// <summary>The last fill.</summary>
    public Fill LastFill { get; private set; }

    /// <summary>Round trips, an open one marked at the last close.</summary>
    public readonly IReadOnlyList<Trade> Trades => _trades.At(_close);

    /// <summary>Takes a wish formed before trading begins; only the last one stands, for the first open.</summary>
    public void Prime(double close, double target)
    {
        _close = close;
        _weight = Checked(target);
        _quantity = Lots(target * Equity / close);
        _waiting = target != 0;
    }

    /// <summary>Fills the waiting order at a bar's open.</summary>
    public void Open(double price, DateTime time)
    {
        if (!_waiting) return;
        _waiting = false;
        Execute(price, time);
    }

    /// <summary>Orders the position closed at the next open, in place of whatever waited; the wish of that bar's close counts again.</summary>
    public void Flatten()
    {
        _weight = _quantity = 0;
        _waiting = Position != 0;
    }

    /// <summary>Marks the position to a bar's close and takes the wish formed there; a changed one becomes an order for the next open.</summary>
    public void Close(double price, double target)
    {
        _close = price;
        Equity = Cash + (Position * price);
        if (_ruined || (Checked(target) == _weight && Equity > 0)) return;

        // An account without equity is closed out and trades no more; a real broker would have acted earlier.
        _ruined = Equity <= 0;
        _weight = _ruined ? 0 : target;
        _quantity = Lots(_weight * Equity / price);
        _waiting = true;
    }

    private static double Checked(double target) =>
        target is >= -1 and <= 1 ? target : throw new InvalidOperationException($"A strategy wished for {target} of the equity; wishes lie in [-1, 1].");

    private void Execute(double open, DateTime time)
    {
        var wished = _sizeAtFill ? _weight * (Cash + (Position * open)) / open : _quantity;
        var price = open * (1 + (Math.Sign(wished - Position) * _slip));
        if (_sizeAtFill) wished = Lots(_weight * (Cash + (Position * price)) / price);

        var target = Affordable(wished, price);
        var quantity = target - Position;
        if (quantity == 0) return;

        var value = Math.Abs(quantity) * price;
        var before = Cash + (Position * price);
        var fee = value * _fee;
        Cash -= (quantity * price) + fee;
        // Set, not added up, so that a closed position is exactly zero.
        Position = target;
        Fees += fee;
        TradedValue += value;
        if (before > 0) Turnover += value / before;
        FillCount++;
        LastFill = new(time, quantity, price, fee);
        _trades.Add(LastFill, Position);
    }

    // The position whose value equals the equity left after its own fee: nothing is bought on credit, a short is covered in full.
    private readonly double Affordable(double wished, double price)
    {
        var side = Math.Sign(wished);
        var reduces = Position * wished >= 0 && Math.Abs(wished) <= Math.Abs(Position);
        if (side == 0 || reduces) return wished;

        var equity = Cash + (Position * price);
        var limit = Math.Max(0, (equity + (side * _fee * Position * price)) / (price * (1 + _fee)));
        return Math.Abs(wished) <= limit ? wished : Lots(side * limit);
    }

    // Rounds towards zero, but a quantity that is a whole number of lots up to rounding errors stays what it is.
    private readonly double Lots(double quantity)
    {
        if (_lot == 0) return quantity;
        var lots = Math.Abs(quantity) / _lot;
        var nearest = Math.Round(lots);
        var whole = Math.Abs(lots - nearest) <= 1e-9 * Math.Max(1, lots) ? nearest : Math.Floor(lots);
        return Math.CopySign(whole * _lot, quantity);
    }
}
