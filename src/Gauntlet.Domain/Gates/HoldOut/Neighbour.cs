using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>The candidate with one of its numbers a little off, over the whole record of folds and hold-out.</summary>
/// <param name="Parameter">Name of the number that differs.</param>
/// <param name="Parameters">All parameters of the neighbour.</param>
/// <param name="SharpePerYear">Annual Sharpe ratio; null where returns do not vary.</param>
public sealed record Neighbour(string Parameter, ParameterValues Parameters, double? SharpePerYear);
