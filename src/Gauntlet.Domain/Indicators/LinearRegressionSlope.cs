using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Slope of the least-squares line through the last <c>length</c> values, in their unit a bar.</summary>
/// <remarks>With x = 1 … n: (Σxy − (n + 1)/2 · Σy) / (n(n² − 1)/12).</remarks>
/// <param name="length">At least 2.</param>
public struct LinearRegressionSlope(int length) : IIndicator<double, double>
{
    private WeightedSums _sums = new(Lengths.AtLeast(2, length));

    /// <inheritdoc/>
    public readonly int WarmUp => _sums.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _sums.IsFull;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            double n = _sums.Length;
            return IsReady ? (_sums.Weighted - ((n + 1) / 2 * _sums.Sum)) / (n * ((n * n) - 1) / 12) : double.NaN;
        }
    }

    /// <inheritdoc/>
    public void Update(in double input) => _sums.Push(input);

    /// <inheritdoc/>
    public void Reset() => _sums.Clear();
}
