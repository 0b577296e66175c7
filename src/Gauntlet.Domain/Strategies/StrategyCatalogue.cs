using Gauntlet.Domain.Input;
using Gauntlet.Domain.Strategies.Decorators;

namespace Gauntlet.Domain.Strategies;

/// <summary>All strategies of one market by name. A new one is one file and one line here.</summary>
/// <remarks>
/// Around every strategy that says how much it wants to hold there can be more: <c>sma-cross+volatility-target</c> sizes it by the market's
/// volatility, <c>sma-cross+kelly</c> by its own record, <c>sma-cross+exits</c> adds stop, target, trailing stop and a longest time.
/// </remarks>
public static class StrategyCatalogue
{
    /// <summary>Every strategy, in ordinal order of the names, without what can be put around it.</summary>
    public static IReadOnlyList<StrategyDefinition> All { get; } =
    [
        BollingerBreakout.Definition,
        BollingerReversion.Definition,
        BuyAndHold.Definition,
        EmaCross.Definition,
        MacdSignal.Definition,
        RsiReversion.Definition,
        SmaCross.Definition,
        Turtle.Definition,
    ];

    /// <summary>Every strategy with everything that can be put around it, in ordinal order of the names.</summary>
    public static IReadOnlyList<StrategyDefinition> Decorated { get; } =
        [.. All.SelectMany(definition => Decoration.Names.Select(definition.With)).OfType<StrategyDefinition>().OrderBy(definition => definition.Name, StringComparer.Ordinal)];

    /// <summary>The strategy of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static StrategyDefinition Find(string name)
    {
        if (All.Concat(Decorated).FirstOrDefault(definition => definition.Name == name) is { } found) return found;

        var names = All.Select(definition => definition.Name).ToList();
        var parts = name.Split(Decoration.Joint);
        if (parts.Length == 2 && names.Contains(parts[0]))
        {
            var why = Decoration.Names.Contains(parts[1]) ? ": it protects its positions itself." : $". {Nearest.Hint(parts[1], Decoration.Names)}";
            throw new InvalidInputException("strategy", name, $"Nothing '{parts[1]}' goes around {parts[0]}{why}");
        }

        throw new InvalidInputException("strategy", name, $"There is no strategy '{name}'. {Nearest.Hint(name, names)}");
    }
}
