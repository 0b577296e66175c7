using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>At which price of a bar an order would fill, before costs; NaN where it would not. The open is the first price and known; the path after it is not.</summary>
internal static class Matching
{
    /// <summary>At the open: market orders, triggers gapped through, limits already bettered.</summary>
    public static double AtOpen(WorkingOrder order, in Bar bar, int step, LimitFill limits)
    {
        var open = bar.Open;
        switch (order.Type)
        {
            case OrderType.Market:
                return open;
            case OrderType.Limit:
                return Reaches(order.Side, open, order.Limit, limits) ? open : double.NaN;
            case OrderType.Stop or OrderType.Trailing:
                return IsTriggered(order.Side, open, order.Trigger) ? open : double.NaN;
            case OrderType.StopLimit:
                if (order.LimitFrom > step && IsTriggered(order.Side, open, order.Trigger)) order.LimitFrom = step;
                return order.LimitFrom <= step && Reaches(order.Side, open, order.Limit, limits) ? open : double.NaN;
            default:
                return double.NaN;
        }
    }

    /// <summary>After the open: triggers that the bar touches. They come before every limit, the pessimistic path.</summary>
    public static double Triggered(WorkingOrder order, in Bar bar, int step)
    {
        var worst = order.Side > 0 ? bar.High : bar.Low;
        if (order.Type is OrderType.Stop or OrderType.Trailing) return IsTriggered(order.Side, worst, order.Trigger) ? order.Trigger : double.NaN;
        if (order.Type != OrderType.StopLimit || order.LimitFrom <= step || !IsTriggered(order.Side, worst, order.Trigger)) return double.NaN;

        // The price comes from the trigger: a limit beyond it fills there, one before it can only be met later.
        order.LimitFrom = step + 1;
        return order.Side * (order.Limit - order.Trigger) >= 0 ? order.Trigger : double.NaN;
    }

    /// <summary>After the open: limits that the bar reaches.</summary>
    public static double Limited(WorkingOrder order, in Bar bar, int step, LimitFill limits)
    {
        var works = order.Type == OrderType.Limit || (order.Type == OrderType.StopLimit && order.LimitFrom <= step);
        return works && Reaches(order.Side, order.Side > 0 ? bar.Low : bar.High, order.Limit, limits) ? order.Limit : double.NaN;
    }

    private static bool IsTriggered(int side, double price, double trigger) => side > 0 ? price >= trigger : price <= trigger;

    private static bool Reaches(int side, double price, double limit, LimitFill limits) => limits == LimitFill.Touch
        ? side > 0 ? price <= limit : price >= limit
        : side > 0 ? price < limit : price > limit;
}
