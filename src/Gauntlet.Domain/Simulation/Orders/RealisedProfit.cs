namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>Profit that fills of one market have realised, before fees. Cash and equity do not depend on the method, tax does.</summary>
public static class RealisedProfit
{
    /// <summary>What was bought first is sold first.</summary>
    /// <param name="fills">Fills in order.</param>
    public static double FirstInFirstOut(IEnumerable<Fill> fills)
    {
        var lots = new Queue<(double Quantity, double Price)>();
        double realised = 0;
        foreach (var fill in fills)
        {
            var left = fill.Quantity;
            while (left != 0 && lots.TryPeek(out var first) && first.Quantity * left < 0)
            {
                var closed = Math.Min(Math.Abs(left), Math.Abs(first.Quantity));
                realised += Math.Sign(first.Quantity) * closed * (fill.Price - first.Price);
                left -= Math.Sign(left) * closed;
                var rest = first.Quantity - (Math.Sign(first.Quantity) * closed);
                lots.Dequeue();
                if (rest != 0) lots = new([(rest, first.Price), .. lots]);
            }

            if (left != 0) lots.Enqueue((left, fill.Price));
        }

        return realised;
    }

    /// <summary>Every unit cost the mean of what built the position.</summary>
    /// <param name="fills">Fills in order.</param>
    public static double AverageCost(IEnumerable<Fill> fills)
    {
        double position = 0, cost = 0, realised = 0;
        foreach (var fill in fills)
        {
            var closed = position * fill.Quantity < 0 ? Math.Min(Math.Abs(position), Math.Abs(fill.Quantity)) : 0;
            if (closed > 0)
            {
                realised += Math.Sign(position) * closed * (fill.Price - cost);
                position -= Math.Sign(position) * closed;
            }

            var opened = fill.Quantity - (Math.Sign(fill.Quantity) * closed);
            if (opened == 0) continue;
            cost = ((cost * position) + (opened * fill.Price)) / (position + opened);
            position += opened;
        }

        return realised;
    }
}
