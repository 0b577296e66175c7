using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;

namespace Gauntlet.Domain.Strategies;

/// <summary>A trading rule that sends its own orders, over one or several markets.</summary>
public interface IOrderStrategy
{
    /// <summary>Takes the bars that have just closed.</summary>
    /// <param name="slice">Every market's last bar, and whether it is of this step.</param>
    /// <param name="desk">Positions, equity and orders at this close.</param>
    void OnBars(in MarketSlice slice, OrderDesk desk);
}
