using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Strategies;

/// <summary>All strategies by name. A new one is one file and one line here.</summary>
public static class StrategyCatalogue
{
    /// <summary>Every strategy, in ordinal order of the names.</summary>
    public static IReadOnlyList<StrategyDefinition> All { get; } =
    [
        RsiReversion.Definition,
        SmaCross.Definition,
    ];

    /// <summary>The strategy of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static StrategyDefinition Find(string name)
    {
        var names = All.Select(definition => definition.Name).ToList();
        return All.FirstOrDefault(definition => definition.Name == name)
            ?? throw new InvalidInputException("strategy", name, $"There is no strategy '{name}'. {Nearest.Hint(name, names)}");
    }
}
