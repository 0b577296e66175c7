using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Appel's moving average convergence and divergence.</summary>
/// <param name="Line">Fast less slow average.</param>
/// <param name="Signal">Average of the line.</param>
/// <param name="Histogram">Line less signal.</param>
public readonly record struct MacdValue(double Line, double Signal, double Histogram);

/// <summary>Difference of a fast and a slow exponential average, and its own exponential average.</summary>
/// <remarks>
/// Appel (1979). Started as TA-Lib does: the fast average skips <c>slow</c> − <c>fast</c> inputs, so that both begin with one bar; the
/// signal begins with the mean of the first <c>signal</c> differences.
/// </remarks>
/// <param name="fast">Values in the fast average, at least 1. Default 12.</param>
/// <param name="slow">Values in the slow average, more than <paramref name="fast"/>. Default 26.</param>
/// <param name="signal">Differences in the signal, at least 1. Default 9.</param>
public struct Macd(int fast = 12, int slow = 26, int signal = 9) : IIndicator<double, MacdValue>
{
    private readonly int _skip = Lengths.AtLeast(fast + 1, slow) - fast;
    private ExponentialMovingAverage _fast = new(fast);
    private ExponentialMovingAverage _slow = new(slow);
    private ExponentialMovingAverage _signal = new(signal);
    private int _seen;

    /// <inheritdoc/>
    public readonly int WarmUp => _slow.WarmUp + _signal.WarmUp - 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _signal.IsReady;

    /// <inheritdoc/>
    public readonly MacdValue Value
    {
        get
        {
            if (!IsReady) return new(double.NaN, double.NaN, double.NaN);
            var line = _fast.Value - _slow.Value;
            return new(line, _signal.Value, line - _signal.Value);
        }
    }

    /// <inheritdoc/>
    public void Update(in double input)
    {
        if (_seen < _skip) _seen++;
        else _fast.Update(input);
        _slow.Update(input);
        if (_slow.IsReady) _signal.Update(_fast.Value - _slow.Value);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
        _seen = 0;
    }
}
