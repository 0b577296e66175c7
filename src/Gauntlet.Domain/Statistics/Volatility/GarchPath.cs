namespace Gauntlet.Domain.Statistics.Volatility;

/// <summary>A series through a <see cref="Garch"/> recursion.</summary>
/// <param name="Variances">Variance expected of each value before it was seen.</param>
/// <param name="LogLikelihood">Of the whole series, constants included.</param>
/// <param name="Next">Variance expected of the value after the last.</param>
/// <param name="Backcast">What the recursion started from.</param>
public sealed record GarchPath(IReadOnlyList<double> Variances, double LogLikelihood, double Next, double Backcast);
