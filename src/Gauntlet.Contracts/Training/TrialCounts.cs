namespace Gauntlet.Contracts.Training;

/// <summary>Trials of a study by state.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Completed">With a value.</param>
/// <param name="Pruned">Ended early or without a value by rule, such as never trading.</param>
/// <param name="Failed">Ended by an error.</param>
public sealed record TrialCounts(int Total, int Completed, int Pruned, int Failed);
