namespace Gauntlet.Domain.Strategies;

/// <summary>A parameter exists only where another one, a word, has one of some values; elsewhere it is neither searched nor told.</summary>
/// <param name="Parent">Name of the categorical parameter that decides.</param>
/// <param name="Choices">Its words with which the parameter exists, at least one.</param>
public sealed record ParameterCondition(string Parent, IReadOnlyList<string> Choices);
