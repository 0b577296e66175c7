namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Kinds of orders.</summary>
public enum OrderType
{
    /// <summary>Fills at the next open.</summary>
    Market,

    /// <summary>Fills at its limit or better.</summary>
    Limit,

    /// <summary>Becomes a market order once its trigger is touched; a gap through it fills at the open.</summary>
    Stop,

    /// <summary>Becomes a limit order once its trigger is touched.</summary>
    StopLimit,

    /// <summary>A stop whose trigger follows the best price at a distance, and never goes back. The best price is that before the bar: inside a bar the worst comes first.</summary>
    Trailing,

    /// <summary>Fills at the next close.</summary>
    MarketOnClose,
}

/// <summary>What a strategy sends to the market. It works from the bar after the one at whose close it was sent, later by the latency, until it is filled or cancelled.</summary>
/// <param name="Market">Index of the market.</param>
/// <param name="Quantity">Signed: positive buys, negative sells; not 0.</param>
/// <param name="Type">Kind.</param>
public readonly record struct Order(int Market, double Quantity, OrderType Type = OrderType.Market)
{
    /// <summary>Limit price of limit and stop-limit orders.</summary>
    public double Limit { get; init; } = double.NaN;

    /// <summary>Trigger of stop and stop-limit orders.</summary>
    public double Trigger { get; init; } = double.NaN;

    /// <summary>Distance in price of trailing orders, positive.</summary>
    public double Trail { get; init; } = double.NaN;

    /// <summary>Level at which a stop closes what this order opened; NaN for none. It and the target cancel each other.</summary>
    public double AttachedStop { get; init; } = double.NaN;

    /// <summary>Level at which a limit closes what this order opened; NaN for none.</summary>
    public double AttachedTarget { get; init; } = double.NaN;

    /// <summary>Whether it may only reduce a position, never open one.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>A limit order.</summary>
    public static Order LimitOrder(int market, double quantity, double limit) => new(market, quantity, OrderType.Limit) { Limit = limit };

    /// <summary>A stop order.</summary>
    public static Order StopOrder(int market, double quantity, double trigger) => new(market, quantity, OrderType.Stop) { Trigger = trigger };

    /// <summary>A stop-limit order.</summary>
    public static Order StopLimitOrder(int market, double quantity, double trigger, double limit) => new(market, quantity, OrderType.StopLimit) { Trigger = trigger, Limit = limit };

    /// <summary>A trailing stop.</summary>
    public static Order TrailingOrder(int market, double quantity, double trail) => new(market, quantity, OrderType.Trailing) { Trail = trail };

    /// <summary>A market-on-close order.</summary>
    public static Order OnClose(int market, double quantity) => new(market, quantity, OrderType.MarketOnClose);

    /// <summary>What is wrong with it, or null.</summary>
    internal string? Fault(int markets) => this switch
    {
        _ when Market < 0 || Market >= markets => $"there is no market {Market}",
        _ when !double.IsFinite(Quantity) || Quantity == 0 => $"quantity {Quantity} is not a number other than 0",
        { Type: OrderType.Limit or OrderType.StopLimit } when !(Limit > 0) => $"limit {Limit} is not a positive price",
        { Type: OrderType.Stop or OrderType.StopLimit } when !(Trigger > 0) => $"trigger {Trigger} is not a positive price",
        { Type: OrderType.Trailing } when !(Trail > 0) => $"trail {Trail} is not a positive distance",
        _ => null,
    };
}
