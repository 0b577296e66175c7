using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Lane's stochastic oscillator, both lines from 0 to 100.</summary>
/// <param name="K">Where the close lies between the lowest low and the highest high, smoothed.</param>
/// <param name="D">Average of K.</param>
public readonly record struct StochasticValue(double K, double D);

/// <summary>100 × (close − lowest low) / (highest high − lowest low) of the last <c>length</c> bars, smoothed by plain means; 0 where high equals low.</summary>
/// <param name="length">Bars of the range, at least 1. Default 14.</param>
/// <param name="smoothing">Values in the mean that gives K, at least 1; 1 is the fast oscillator. Default 3.</param>
/// <param name="signal">Values of K in the mean that gives D, at least 1. Default 3.</param>
public struct StochasticOscillator(int length = 14, int smoothing = 3, int signal = 3) : IIndicator<Bar, StochasticValue>
{
    private readonly int _length = length;
    private RollingExtreme _highest = RollingExtreme.Highest(length);
    private RollingExtreme _lowest = RollingExtreme.Lowest(length);
    private SimpleMovingAverage _k = new(smoothing);
    private SimpleMovingAverage _d = new(signal);

    /// <inheritdoc/>
    public readonly int WarmUp => _length + _k.WarmUp + _d.WarmUp - 2;

    /// <inheritdoc/>
    public readonly bool IsReady => _d.IsReady;

    /// <inheritdoc/>
    public readonly StochasticValue Value => IsReady ? new(_k.Value, _d.Value) : new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        _highest.Push(input.High);
        _lowest.Push(input.Low);
        if (!_highest.IsFull) return;

        var range = _highest.Value - _lowest.Value;
        _k.Update(range == 0 ? 0 : 100 * (input.Close - _lowest.Value) / range);
        if (_k.IsReady) _d.Update(_k.Value);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _highest.Clear();
        _lowest.Clear();
        _k.Reset();
        _d.Reset();
    }
}
