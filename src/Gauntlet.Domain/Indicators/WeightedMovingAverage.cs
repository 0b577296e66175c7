using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Mean of the last <c>length</c> values with weights 1 for the oldest to <c>length</c> for the newest.</summary>
/// <param name="length">At least 1.</param>
public struct WeightedMovingAverage(int length) : IIndicator<double, double>
{
    private WeightedSums _sums = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _sums.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _sums.IsFull;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _sums.Weighted / (_sums.Length * (_sums.Length + 1.0) / 2) : double.NaN;

    /// <inheritdoc/>
    public void Update(in double input) => _sums.Push(input);

    /// <inheritdoc/>
    public void Reset() => _sums.Clear();
}
