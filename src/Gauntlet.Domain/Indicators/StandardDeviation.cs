using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Population standard deviation (divisor n) of the last <c>length</c> values; exactly 0 where they are equal.</summary>
/// <param name="length">At least 1.</param>
public struct StandardDeviation(int length) : IIndicator<double, double>
{
    private RollingMoments _moments = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _moments.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _moments.IsFull;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? Math.Sqrt(_moments.PopulationVariance) : double.NaN;

    /// <inheritdoc/>
    public void Update(in double input) => _moments.Push(input);

    /// <inheritdoc/>
    public void Reset() => _moments.Clear();
}
