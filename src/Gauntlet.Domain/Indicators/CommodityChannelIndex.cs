using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Lambert's commodity channel index: distance of the typical price from its mean, in 0.015 mean absolute deviations; 0 where it does not vary.</summary>
/// <remarks>Lambert (1980); typical price = (high + low + close) / 3.</remarks>
/// <param name="length">At least 1.</param>
public struct CommodityChannelIndex(int length) : IIndicator<Bar, double>
{
    private const double Scale = 0.015;

    private Window _prices = new(length);
    private double _last;

    /// <inheritdoc/>
    public readonly int WarmUp => _prices.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _prices.IsFull;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            if (!IsReady) return double.NaN;
            double sum = 0, deviations = 0;
            foreach (var price in _prices.Values) sum += price;
            var mean = sum / _prices.Length;
            foreach (var price in _prices.Values) deviations += Math.Abs(price - mean);
            return deviations == 0 ? 0 : (_last - mean) / (Scale * deviations / _prices.Length);
        }
    }

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        _last = (input.High + input.Low + input.Close) / 3;
        _prices.Push(_last);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _prices.Clear();
        _last = 0;
    }
}
