using Gauntlet.Domain.Simulation;

namespace Gauntlet.Domain.Strategies;

/// <summary>A trading rule over several markets with one cash.</summary>
public interface IPortfolioStrategy
{
    /// <summary>Steps it has to see before its first decision.</summary>
    int WarmUp { get; }

    /// <summary>Takes the bars that have just closed.</summary>
    /// <param name="slice">Every market's last bar, and whether it is of this step.</param>
    /// <param name="weights">A signed fraction of equity for each market, as the rule left them; their absolute sum within the leverage. All 0 at first.</param>
    /// <returns>True to bring every market to its weight now, one whose weight is unchanged too; false to leave all positions as they are.</returns>
    bool OnBars(in MarketSlice slice, Span<double> weights);
}
