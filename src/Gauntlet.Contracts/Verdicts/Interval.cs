namespace Gauntlet.Contracts.Verdicts;

/// <summary>A confidence interval.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; at least <paramref name="Low"/>.</param>
/// <param name="Level">Confidence, from 0 to 1; usually 0.95.</param>
public sealed record Interval(double Low, double High, double Level);
