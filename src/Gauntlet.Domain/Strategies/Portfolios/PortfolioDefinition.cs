using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Markets.Corporate;
using Gauntlet.Domain.Simulation;
using Gauntlet.Domain.Simulation.Orders;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>How many markets a strategy takes.</summary>
/// <param name="Fewest">At least so many.</param>
/// <param name="Most">At most so many.</param>
public readonly record struct MarketCount(int Fewest, int Most)
{
    /// <summary>In words: <c>2 markets</c>, <c>at least 2 markets</c>.</summary>
    public override string ToString() => Fewest == Most ? $"{Fewest} markets" : $"at least {Fewest} {(Fewest == 1 ? "market" : "markets")}";
}

/// <summary>A strategy of several markets as the catalogue knows it: name, parameters, and how to run it without knowing its type.</summary>
public abstract class PortfolioDefinition
{
    private protected PortfolioDefinition(string name, string description, MarketCount markets, IReadOnlyList<Parameter> parameters, IReadOnlyList<ParameterConstraint> constraints)
    {
        Name = name;
        Description = description;
        Markets = markets;
        Parameters = new(name, parameters, constraints);
    }

    /// <summary>Name as users type it, e.g. <c>momentum</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>How many markets it takes.</summary>
    public MarketCount Markets { get; }

    /// <summary>Its declared parameters.</summary>
    public ParameterSpace Parameters { get; }

    /// <summary>Simulates the strategy over several markets with one cash.</summary>
    /// <param name="values">Some or all parameters; the rest takes its defaults.</param>
    /// <param name="markets">The markets; their orders are sent in this order.</param>
    /// <param name="rules">Cash, costs and limits.</param>
    /// <param name="actions">Of each market, in the same order: splits and dividends that its bars are not adjusted for. Default none.</param>
    /// <exception cref="InvalidInputException">Values that the space refuses, or too few or many markets.</exception>
    public abstract PortfolioResult Run(ParameterValues values, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions = null);
}

/// <summary>A strategy of several markets and a known type.</summary>
/// <typeparam name="TStrategy">The struct that implements it.</typeparam>
internal sealed class PortfolioDefinition<TStrategy>(
    string name, string description, MarketCount markets, Func<ParameterValues, int, TStrategy> create, IReadOnlyList<Parameter> parameters, params ParameterConstraint[] constraints)
    : PortfolioDefinition(name, description, markets, parameters, constraints)
    where TStrategy : struct, IPortfolioStrategy
{
    public override PortfolioResult Run(ParameterValues values, IReadOnlyList<BarSeries> markets, ExecutionRules rules, IReadOnlyList<CorporateActions>? actions = null)
    {
        if (markets.Count < Markets.Fewest || markets.Count > Markets.Most)
            throw new InvalidInputException("markets", $"{markets.Count}", $"{Name} takes {Markets} and was given {markets.Count}. Give {Markets}.");
        return PortfolioSimulator.Run(create(Parameters.Bind(values), markets.Count), markets, rules, actions);
    }
}
