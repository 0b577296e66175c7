namespace Gauntlet.Domain.Simulation;

/// <summary>What a fill costs, in which steps quantities and prices come, and how much an account can carry: the arithmetic that every loop shares.</summary>
internal sealed class Terms
{
    // Quantities and prices that are whole multiples up to rounding errors count as whole.
    private const double Whole = 1e-9;

    private readonly Costs _costs;
    private readonly double _slip, _lot, _tick, _leverage;
    private readonly decimal _smallestMoney;
    private readonly int? _decimals;
    private readonly bool _proportional;
    private readonly VolumeWindow? _volume;

    public Terms(ExecutionRules rules)
    {
        rules.Validated();
        _costs = rules.Costs;
        _slip = _costs.HalfSpreadFraction + _costs.SlippageFraction;
        _lot = rules.LotSize;
        _tick = rules.TickSize;
        _leverage = rules.Leverage;
        _decimals = rules.MoneyDecimals;
        _smallestMoney = _decimals is { } places ? (decimal)Math.Pow(10, -places) : 0;
        _proportional = _costs is { FeePerUnit: 0, MinimumFee: 0, MaximumFeeFraction: 1, Tiers: null } && _decimals is null;
        _volume = _costs.Tiers is null ? null : new();
    }

    /// <summary>Price of a market order: the reference, worse by spread, slippage and impact, on the next tick against us.</summary>
    /// <param name="reference">Price of the market.</param>
    /// <param name="side">1 for a purchase, −1 for a sale.</param>
    /// <param name="impact">Impact of the quantity, as a fraction. Default 0.</param>
    public double Price(double reference, int side, double impact = 0)
    {
        var price = reference * (1 + (side * (_slip + impact)));
        if (_tick == 0) return price;
        var ticks = price / _tick;
        var nearest = Math.Round(ticks);
        return _tick * (Math.Abs(ticks - nearest) <= Whole * Math.Max(1, ticks) ? nearest : side > 0 ? Math.Ceiling(ticks) : Math.Floor(ticks));
    }

    /// <summary>Fee in money.</summary>
    /// <param name="quantity">Quantity, of either sign.</param>
    /// <param name="price">Price of the fill.</param>
    /// <param name="rested">Whether the order rested in the book.</param>
    /// <param name="time">Time of the fill.</param>
    public double Fee(double quantity, double price, bool rested, DateTime time)
    {
        var units = Math.Abs(quantity);
        var value = units * price;
        return _proportional ? value * _costs.FeeFraction : Scheduled(units, value, rested, time);
    }

    /// <summary>Counts a fill towards the volume that decides the next fees.</summary>
    public void Count(double value, DateTime time) => _volume?.Add(value, time);

    /// <summary>Rounds a quantity towards zero to whole lots.</summary>
    public double Lots(double quantity)
    {
        if (_lot == 0) return quantity;
        var lots = Math.Abs(quantity) / _lot;
        var nearest = Math.Round(lots);
        var whole = Math.Abs(lots - nearest) <= Whole * Math.Max(1, lots) ? nearest : Math.Floor(lots);
        return Math.CopySign(_lot == 1 ? whole : Exact(whole), quantity);
    }

    /// <summary>The largest position, unsigned, whose gross exposure the equity left after the fee still carries.</summary>
    /// <param name="side">Side of the wished position, 1 or −1.</param>
    /// <param name="position">Position before, signed.</param>
    /// <param name="price">Price of the fill.</param>
    /// <param name="equity">Equity at that price.</param>
    /// <param name="otherGross">Gross exposure of everything else, in money.</param>
    /// <param name="rested">Whether the order rested in the book.</param>
    /// <param name="time">Time of the fill.</param>
    public double Limit(int side, double position, double price, double equity, double otherGross, bool rested, DateTime time)
    {
        var carried = equity - (double)_smallestMoney;
        var limit = Linear((Rate(rested, time) * price) + _costs.FeePerUnit);
        if (_costs.MinimumFee > 0) limit = Math.Min(limit, ((_leverage * (carried - _costs.MinimumFee)) - otherGross) / price);
        if (_costs.MaximumFeeFraction < 1) limit = Math.Max(limit, Linear(_costs.MaximumFeeFraction * price));
        return Math.Max(0, limit);

        // |target| × price + other = leverage × (equity − fee), with fee = perUnit × |target − position|.
        double Linear(double perUnit) => ((_leverage * (carried + (perUnit * side * position))) - otherGross) / (price + (_leverage * perUnit));
    }

    private double Scheduled(double units, double value, bool rested, DateTime time)
    {
        var fee = Math.Max(_costs.MinimumFee, (value * Rate(rested, time)) + (units * _costs.FeePerUnit));
        fee = Math.Min(fee, value * _costs.MaximumFeeFraction);
        // Through decimal, so that a tie of the decimal figures is a tie here.
        return _decimals is { } places ? (double)Math.Round((decimal)fee, places, MidpointRounding.AwayFromZero) : fee;
    }

    private double Rate(bool rested, DateTime time)
    {
        if (_volume is null) return _costs.FeeFraction;
        var tier = _costs.Tiers!.At(_volume.Until(time));
        return rested ? tier.MakerFraction : tier.TakerFraction;
    }

    // 3 × 0.1 is not 0.3 in binary; dividing by the whole number of lots in one is, where there is such a number.
    private double Exact(double lots)
    {
        var perUnit = Math.Round(1 / _lot);
        return perUnit >= 1 && Math.Abs((perUnit * _lot) - 1) <= Whole ? lots / perUnit : lots * _lot;
    }
}
