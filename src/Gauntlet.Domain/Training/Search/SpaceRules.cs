using Gauntlet.Domain.Input;
using Gauntlet.Domain.Strategies;

namespace Gauntlet.Domain.Training.Search;

/// <summary>What the axes of a space must be together: names unique, conditions on words that exist, none that can never hold.</summary>
internal static class SpaceRules
{
    /// <summary>Checks the axes.</summary>
    /// <exception cref="InvalidInputException">The first rule that is broken, with the remedy.</exception>
    public static void Check(string owner, IReadOnlyList<SearchDimension> axes)
    {
        if (axes.Count == 0) throw new InvalidInputException(owner, string.Empty, $"{owner} has no parameter to search. Declare at least one.");
        if (axes.GroupBy(axis => axis.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidInputException(twice.Key, owner, $"{owner} declares the parameter {twice.Key} twice. Give every parameter its own name.");

        var byName = axes.ToDictionary(axis => axis.Name, StringComparer.Ordinal);
        foreach (var axis in axes)
        {
            foreach (var condition in axis.When) CheckCondition(axis, condition, byName);
        }

        foreach (var axis in axes) CheckHolds(axis, byName);
    }

    /// <summary>Axes in an order in which every parent comes before what depends on it; ordinal by name otherwise.</summary>
    public static IReadOnlyList<int> ParentsFirst(IReadOnlyList<SearchDimension> axes) =>
        [.. Enumerable.Range(0, axes.Count).OrderBy(i => Ancestors(axes[i], axes.ToDictionary(axis => axis.Name, StringComparer.Ordinal)).Count()).ThenBy(i => i)];

    private static void CheckCondition(SearchDimension axis, ParameterCondition condition, Dictionary<string, SearchDimension> byName)
    {
        if (!byName.TryGetValue(condition.Parent, out var parent))
            throw Refused(axis, condition.Parent, $"depends on '{condition.Parent}', which is not declared. {Nearest.Hint(condition.Parent, byName.Keys)}");
        if (parent.Choices is not { } choices)
            throw Refused(axis, condition.Parent, $"depends on '{condition.Parent}', which is a number. Let it depend on a parameter with words to choose from.");
        if (condition.Choices.Count == 0)
            throw Refused(axis, condition.Parent, $"depends on '{condition.Parent}' without naming a choice. Name at least one of {string.Join(", ", choices)}.");
        if (condition.Choices.FirstOrDefault(word => !choices.Contains(word, StringComparer.Ordinal)) is { } unknown)
            throw Refused(axis, unknown, $"depends on {condition.Parent} = '{unknown}', which is no choice of it. {Nearest.Hint(unknown, [.. choices])}");
    }

    // Everything that must hold for the axis to exist, its parents' conditions included, leaves a word for every parent.
    private static void CheckHolds(SearchDimension axis, Dictionary<string, SearchDimension> byName)
    {
        foreach (var group in Ancestors(axis, byName).GroupBy(condition => condition.Parent, StringComparer.Ordinal))
        {
            var left = group.Aggregate(byName[group.Key].Choices!.AsEnumerable(), (words, condition) => words.Intersect(condition.Choices, StringComparer.Ordinal));
            if (!left.Any()) throw Refused(axis, group.Key, $"has conditions on {group.Key} that no word fulfils together. Remove one of them.");
        }
    }

    private static IEnumerable<ParameterCondition> Ancestors(SearchDimension axis, Dictionary<string, SearchDimension> byName)
    {
        var found = new List<ParameterCondition>(axis.When);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Parent == axis.Name || found.Count > byName.Count * byName.Count)
                throw Refused(axis, axis.Name, "depends on itself. Remove the condition that closes the circle.");
            found.AddRange(byName[found[i].Parent].When);
        }

        return found;
    }

    private static InvalidInputException Refused(SearchDimension axis, string value, string why) => new(axis.Name, value, $"{axis.Name} {why}");
}
