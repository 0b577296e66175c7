using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators.Volatility;

/// <summary>Volatility a bar from open, high, low and close of the last <c>length</c> bars, not annualised.</summary>
/// <remarks>Garman and Klass (1980): √ mean of ½ ln(high / low)² − (2 ln 2 − 1) ln(close / open)², 0 where rounding makes that negative. Assumes no drift and no gaps.</remarks>
/// <param name="length">At least 1.</param>
public struct GarmanKlassVolatility(int length) : IIndicator<Bar, double>
{
    private SimpleMovingAverage _variances = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _variances.WarmUp;

    /// <inheritdoc/>
    public readonly bool IsReady => _variances.IsReady;

    /// <inheritdoc/>
    public readonly double Value => Math.Sqrt(Math.Max(0, _variances.Value));

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        var range = Math.Log(input.High / input.Low);
        var move = Math.Log(input.Close / input.Open);
        _variances.Update((range * range / 2) - (((2 * Math.Log(2)) - 1) * move * move));
    }

    /// <inheritdoc/>
    public void Reset() => _variances.Reset();
}
