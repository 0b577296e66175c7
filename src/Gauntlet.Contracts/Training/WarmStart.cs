namespace Gauntlet.Contracts.Training;

/// <summary>An earlier study whose trials the sampler knows from the start.</summary>
/// <param name="Study">Its name.</param>
/// <param name="Trials">How many it has: numbers 0 to one less.</param>
/// <param name="Elsewhere">Trials behind that knowledge that were made on other bars than this study's, to be added to N.</param>
public sealed record WarmStart(string Study, int Trials, int Elsewhere);
