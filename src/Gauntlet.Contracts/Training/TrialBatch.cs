namespace Gauntlet.Contracts.Training;

/// <summary>Trials to run in one activity, by number.</summary>
/// <param name="Study">Name of the study.</param>
/// <param name="First">Number of the first trial.</param>
/// <param name="Count">How many.</param>
/// <param name="KnownBefore">Suggestions may learn from trials with a lower number than this only, so that a round's result does not depend on who runs it.</param>
public sealed record TrialBatch(string Study, int First, int Count, int KnownBefore);
