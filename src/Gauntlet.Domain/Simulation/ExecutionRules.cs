using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Simulation;

/// <summary>When the quantity of an order is fixed.</summary>
public enum Sizing
{
    /// <summary>At the close that decides, from equity and price there, as an order of a quantity must be.</summary>
    AtDecision,

    /// <summary>At the fill, from equity and price there, as venues do that take orders by value.</summary>
    AtFill,
}

/// <summary>Cash, costs and limits of a simulated account. No leverage: neither cash nor, when short, the margin of the full value goes below zero by an order.</summary>
public sealed record ExecutionRules
{
    /// <summary>Equity at the start, in the market's currency; positive. Default 100,000.</summary>
    public double StartingCash { get; init; } = 100_000;

    /// <summary>What trading costs.</summary>
    public Costs Costs { get; init; } = new();

    /// <summary>Quantities are multiples of this, rounded towards zero; 0 (the default) trades any fraction.</summary>
    public double LotSize { get; init; }

    /// <summary>When the quantity of an order is fixed. Default at the decision.</summary>
    public Sizing Sizing { get; init; } = Sizing.AtDecision;

    /// <summary>Checks every value.</summary>
    /// <returns>These rules.</returns>
    /// <exception cref="InvalidInputException">A value that is not finite or out of its range.</exception>
    public ExecutionRules Validated()
    {
        Require(nameof(StartingCash), StartingCash, double.IsFinite(StartingCash) && StartingCash > 0, "a positive amount");
        Require(nameof(LotSize), LotSize, double.IsFinite(LotSize) && LotSize >= 0, "0 or a positive quantity");
        Require(nameof(Costs.FeeFraction), Costs.FeeFraction, Costs.FeeFraction is >= 0 and < 1, "a fraction from 0 to below 1");
        Require(nameof(Costs.HalfSpreadFraction), Costs.HalfSpreadFraction, Costs.HalfSpreadFraction is >= 0 and < 0.5, "a fraction from 0 to below 0.5");
        Require(nameof(Costs.SlippageFraction), Costs.SlippageFraction, Costs.SlippageFraction is >= 0 and < 0.5, "a fraction from 0 to below 0.5");
        return this;
    }

    private static void Require(string field, double value, bool holds, string range)
    {
        if (!holds) throw new InvalidInputException(field, $"{value}", $"Execution rules: {field} = {value} is not {range}. Give {range}.");
    }
}
