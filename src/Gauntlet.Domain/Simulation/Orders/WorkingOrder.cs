namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>An order at work.</summary>
internal sealed class WorkingOrder(long id, Order order, int activeFrom)
{
    private readonly double _distance = order.Trail;
    private double _splits = 1;

    public long Id { get; } = id;

    public int Market { get; } = order.Market;

    public OrderType Type { get; private set; } = order.Type;

    public bool ReduceOnly { get; } = order.ReduceOnly;

    /// <summary>First step in which it can fill.</summary>
    public int ActiveFrom { get; } = activeFrom;

    /// <summary>Quantity still to be filled, signed; without meaning for one that steers to a target.</summary>
    public double Remaining { get; private set; } = order.Quantity;

    public double Limit { get; private set; } = order.Limit;

    public double Trigger { get; private set; } = order.Trigger;

    public double AttachedStop { get; private set; } = order.AttachedStop;

    public double AttachedTarget { get; private set; } = order.AttachedTarget;

    public bool IsDone { get; set; }

    /// <summary>First step in which a triggered stop-limit fills as a limit; never before the trigger.</summary>
    public int LimitFrom { get; set; } = int.MaxValue;

    /// <summary>The position it steers to; NaN for an order of a quantity.</summary>
    public double TargetQuantity { get; private set; } = double.NaN;

    /// <summary>The weight it steers to, sized at the fill; NaN for an order of a quantity.</summary>
    public double TargetWeight { get; init; } = double.NaN;

    /// <summary>Whether a market order fills at the open, whatever the rules say of market orders.</summary>
    public bool AtOpen { get; init; }

    public bool IsTarget => !double.IsNaN(TargetQuantity) || !double.IsNaN(TargetWeight);

    /// <summary>The protective orders of what this one opened, and of a protective order the other one.</summary>
    public WorkingOrder? Stop { get; set; }

    public WorkingOrder? Target { get; set; }

    public FillReason Reason { get; init; } = FillReason.Signal;

    public bool IsProtective => Reason is FillReason.Stop or FillReason.Target;

    /// <summary>1 when it buys, −1 when it sells.</summary>
    public int Side => Math.Sign(Remaining);

    public static WorkingOrder ToTarget(long id, int market, double quantity, double weight, int activeFrom, bool atOpen) =>
        new(id, new(market, 0), activeFrom) { TargetQuantity = quantity, TargetWeight = weight, AtOpen = atOpen };

    public void Take(double quantity) => Remaining -= quantity;

    public void Grow(double quantity) => Remaining += quantity;

    /// <summary>What is left of a stop once it was triggered is a market order.</summary>
    public void BecomeMarket() => Type = OrderType.Market;

    /// <summary>Moves a trailing trigger after a bar; the first call sets it.</summary>
    public void Trailed(double best)
    {
        if (Type != OrderType.Trailing) return;
        var level = best + (Side * _distance * _splits);
        if (double.IsNaN(Trigger) || (Side < 0 ? level > Trigger : level < Trigger)) Trigger = level;
    }

    /// <summary>Restates it after a split.</summary>
    public void Split(double factor)
    {
        Remaining *= factor;
        TargetQuantity *= factor;
        Limit /= factor;
        Trigger /= factor;
        AttachedStop /= factor;
        AttachedTarget /= factor;
        _splits /= factor;
    }
}
