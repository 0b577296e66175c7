namespace Gauntlet.Domain.Simulation.Orders;

/// <summary>A split or a dividend of a market whose bars are not adjusted for it. It happens before the open of its ex day.</summary>
/// <param name="Market">Index of the market.</param>
/// <param name="ExTime">Opening time of the first bar without the right, UTC.</param>
/// <param name="SplitFactor">New units for each old one: 4 for 4:1, 1/3 for 1:3. Working orders follow; a fraction of a lot is paid at the new open. Default 1.</param>
/// <param name="DividendPerUnit">Money for each (new) unit held at the close before, paid by shorts. Default 0.</param>
public readonly record struct CorporateAction(int Market, DateTime ExTime, double SplitFactor = 1, double DividendPerUnit = 0);
