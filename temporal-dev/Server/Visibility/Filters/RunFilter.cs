namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>A compiled filter.</summary>
/// <param name="Condition">What runs must fulfil.</param>
/// <param name="Keys">Keys that each run found has; from these the index starts its search. Empty where the filter does not say.</param>
/// <param name="Text">Normal form with the types of its attributes: filters of one text find the same.</param>
internal sealed record RunFilter(FilterCondition Condition, IReadOnlyList<RunAttribute> Keys, string Text);
