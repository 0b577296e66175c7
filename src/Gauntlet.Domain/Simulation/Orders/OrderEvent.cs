namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>What happened to an order besides its fills.</summary>
public enum OrderEventKind
{
    /// <summary>The account cannot pay or carry it.</summary>
    RejectedInsufficientCash,

    /// <summary>It is worth less than the least order.</summary>
    RejectedBelowMinimum,

    /// <summary>It is less than one lot.</summary>
    RejectedBelowLot,

    /// <summary>The account has no equity left.</summary>
    RejectedAccountBust,

    /// <summary>It was cut to what the account can pay.</summary>
    Reduced,

    /// <summary>Nothing trades in this bar; it waits.</summary>
    WaitsNoVolume,

    /// <summary>The market has no bar in this step; it waits.</summary>
    WaitsNoPrice,

    /// <summary>It was withdrawn, or what it protected is gone.</summary>
    Cancelled,

    /// <summary>A split restated its quantity and prices.</summary>
    Restated,

    /// <summary>It still worked when the bars ended.</summary>
    OpenAtEnd,
}

/// <summary>An event of an order.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Order">Id of the order, from 1.</param>
/// <param name="Type">Kind of the order.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Price">Its trigger or limit then; NaN without one.</param>
public readonly record struct OrderEvent(int Step, long Order, OrderType Type, OrderEventKind Kind, double Price);

/// <summary>A fill of a portfolio.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Market">Index of the market.</param>
/// <param name="Order">Id of the order; 0 for a liquidation.</param>
/// <param name="Fill">The fill.</param>
/// <param name="FeeInAsset">Fee taken from what was bought, in units.</param>
public readonly record struct MarketFill(int Step, int Market, long Order, Fill Fill, double FeeInAsset = 0);
