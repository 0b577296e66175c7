namespace Gauntlet.Contracts.Training;

/// <summary>The end of a study's training.</summary>
/// <param name="Study">Name of the study.</param>
/// <param name="Trials">Trials that were run, all ended: numbers 0 to one less.</param>
/// <param name="Because">Why there are fewer than planned, in a sentence; null where there are not.</param>
public sealed record TrainingEnd(string Study, int Trials, string? Because = null);
