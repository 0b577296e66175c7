using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>The hold-out again at higher costs.</summary>
/// <param name="Factor">By how much fee, spread and slippage are multiplied.</param>
/// <param name="Figures">What came of it.</param>
public sealed record CostStress(double Factor, BacktestFigures Figures)
{
    /// <summary>The whole record of folds and hold-out at these costs; null in evidence that was stored without it.</summary>
    public SharpeSample? Record { get; init; }

    /// <summary>The factors that every back-test is run at, so that a later policy can judge by another one of them.</summary>
    public static IReadOnlyList<double> Factors { get; } = [1.5, 2, 3];
}
