using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Distance of the newest value from the mean of the last <c>length</c>, in their population standard deviations; 0 where they are equal.</summary>
/// <param name="length">At least 2.</param>
public struct ZScore(int length) : IIndicator<double, double>
{
    private RollingMoments _moments = new(Lengths.AtLeast(2, length));
    private double _last;

    /// <inheritdoc/>
    public readonly int WarmUp => _moments.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _moments.IsFull;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            if (!IsReady) return double.NaN;
            var variance = _moments.PopulationVariance;
            return variance == 0 ? 0 : (_last - _moments.Mean) / Math.Sqrt(variance);
        }
    }

    /// <inheritdoc/>
    public void Update(in double input)
    {
        _moments.Push(input);
        _last = input;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _moments.Clear();
        _last = 0;
    }
}
