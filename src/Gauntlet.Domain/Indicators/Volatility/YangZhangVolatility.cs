using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators.Volatility;

/// <summary>Volatility a bar, gaps included, of the last <c>length</c> bars, not annualised; independent of drift.</summary>
/// <remarks>
/// Yang and Zhang (2000): variance of ln(open / last close), plus k × variance of ln(close / open), plus (1 − k) × mean of
/// ln(high / close) ln(high / open) + ln(low / close) ln(low / open), with k = 0.34 / (1.34 + (n + 1) / (n − 1)); variances with divisor n − 1.
/// </remarks>
/// <param name="length">At least 2; the first value comes one bar later.</param>
public struct YangZhangVolatility(int length) : IIndicator<Bar, double>
{
    private RollingMoments _gaps = new(Lengths.AtLeast(2, length));
    private RollingMoments _moves = new(length);
    private SimpleMovingAverage _ranges = new(length);
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public readonly int WarmUp => _gaps.Length + 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _gaps.IsFull;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            if (!IsReady) return double.NaN;
            double n = _gaps.Length;
            var weight = 0.34 / (1.34 + ((n + 1) / (n - 1)));
            return Math.Sqrt(_gaps.SampleVariance + (weight * _moves.SampleVariance) + ((1 - weight) * Math.Max(0, _ranges.Value)));
        }
    }

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        if (!double.IsNaN(_previousClose))
        {
            _gaps.Push(Math.Log(input.Open / _previousClose));
            _moves.Push(Math.Log(input.Close / input.Open));
            _ranges.Update((Math.Log(input.High / input.Close) * Math.Log(input.High / input.Open)) + (Math.Log(input.Low / input.Close) * Math.Log(input.Low / input.Open)));
        }

        _previousClose = input.Close;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _gaps.Clear();
        _moves.Clear();
        _ranges.Reset();
        _previousClose = double.NaN;
    }
}
