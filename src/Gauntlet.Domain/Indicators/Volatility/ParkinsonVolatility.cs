using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators.Volatility;

/// <summary>Volatility a bar from the ranges of the last <c>length</c> bars, not annualised; about five times as sharp as that of closes.</summary>
/// <remarks>Parkinson (1980): √(mean of ln(high / low)² / (4 ln 2)). Assumes no drift and no gaps between bars.</remarks>
/// <param name="length">At least 1.</param>
public struct ParkinsonVolatility(int length) : IIndicator<Bar, double>
{
    private SimpleMovingAverage _squares = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _squares.WarmUp;

    /// <inheritdoc/>
    public readonly bool IsReady => _squares.IsReady;

    /// <inheritdoc/>
    public readonly double Value => Math.Sqrt(_squares.Value / (4 * Math.Log(2)));

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        var range = Math.Log(input.High / input.Low);
        _squares.Update(range * range);
    }

    /// <inheritdoc/>
    public void Reset() => _squares.Reset();
}
