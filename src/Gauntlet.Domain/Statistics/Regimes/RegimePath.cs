namespace Gauntlet.Domain.Statistics.Regimes;

/// <summary>What a series says about its hidden states.</summary>
/// <param name="LogLikelihood">Of the whole series, constants included.</param>
/// <param name="Predicted1">Probability of state 1 before each value was seen.</param>
/// <param name="Filtered1">Probability of state 1 given the values up to each one.</param>
/// <param name="Smoothed1">Probability of state 1 given all values.</param>
public sealed record RegimePath(double LogLikelihood, IReadOnlyList<double> Predicted1, IReadOnlyList<double> Filtered1, IReadOnlyList<double> Smoothed1);
