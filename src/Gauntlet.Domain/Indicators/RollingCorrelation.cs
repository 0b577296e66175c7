using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>One value of each of two streams.</summary>
/// <param name="First">Of the one.</param>
/// <param name="Second">Of the other.</param>
public readonly record struct Pair(double First, double Second);

/// <summary>Pearson's correlation of the last <c>length</c> pairs, −1 to 1; NaN where one of the two does not vary.</summary>
/// <param name="length">At least 2.</param>
public struct RollingCorrelation(int length) : IIndicator<Pair, double>
{
    private readonly int _length = Lengths.AtLeast(2, length);
    private RollingCovariance _pairs = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _length;

    /// <inheritdoc/>
    public readonly bool IsReady => _pairs.IsFull;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _pairs.Correlation : double.NaN;

    /// <inheritdoc/>
    public void Update(in Pair input) => _pairs.Push(input.First, input.Second);

    /// <inheritdoc/>
    public void Reset() => _pairs.Clear();
}
