namespace Gauntlet.Domain.Training.Sampling.Evolution;

/// <summary>A point of a generation and its value; lower is better.</summary>
internal readonly record struct Solution(double[] Point, double Value);
