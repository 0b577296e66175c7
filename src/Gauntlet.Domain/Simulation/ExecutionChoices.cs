namespace Gauntlet.Domain.Simulation;

/// <summary>How a weight becomes a quantity.</summary>
public enum Sizing
{
    /// <summary>At the close that decides, from equity and price there, as an order of a quantity must be.</summary>
    AtDecision,

    /// <summary>At the fill, from equity and price there, as venues do that take orders by value.</summary>
    AtFill,

    /// <summary>A weight of 1 is <see cref="ExecutionRules.UnitQuantity"/>, whatever the equity.</summary>
    Units,
}

/// <summary>When a market order fills.</summary>
public enum FillTiming
{
    /// <summary>At the open of the next bar.</summary>
    NextOpen,

    /// <summary>At the close on which it was decided: optimistic, for comparison with engines that do so.</summary>
    SameClose,
}

/// <summary>What happens to an order that the account cannot pay or carry.</summary>
public enum Shortage
{
    /// <summary>It is cut to what can be paid.</summary>
    Reduce,

    /// <summary>It is refused as a whole.</summary>
    Reject,

    /// <summary>It fills all the same: nobody looks at cash or margin.</summary>
    Ignore,
}

/// <summary>From when on a protective stop or target works.</summary>
public enum ExitStart
{
    /// <summary>As soon as the entry has filled, in the entry bar too.</summary>
    EntryBar,

    /// <summary>From the bar after the entry.</summary>
    NextBar,
}

/// <summary>When a limit order fills.</summary>
public enum LimitFill
{
    /// <summary>When its price is touched.</summary>
    Touch,

    /// <summary>When the price goes beyond it, as one must assume who does not know his place in the queue.</summary>
    Cross,
}
