using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Strategies.Portfolios;

/// <summary>All strategies of several markets by name. A new one is one file and one line here.</summary>
public static class PortfolioCatalogue
{
    /// <summary>Every strategy, in ordinal order of the names.</summary>
    public static IReadOnlyList<PortfolioDefinition> All { get; } =
    [
        EqualWeight.Definition,
        Momentum.Definition,
        Pairs.Definition,
        SixtyForty.Definition,
    ];

    /// <summary>The strategy of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static PortfolioDefinition Find(string name) =>
        All.FirstOrDefault(definition => definition.Name == name)
        ?? throw new InvalidInputException("strategy", name, $"There is no strategy of several markets '{name}'. {Nearest.Hint(name, [.. All.Select(definition => definition.Name)])}");
}
