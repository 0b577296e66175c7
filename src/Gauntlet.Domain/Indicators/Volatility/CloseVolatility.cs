using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators.Volatility;

/// <summary>Sample standard deviation (divisor n − 1) of the last <c>length</c> log returns of the close, a bar, not annualised.</summary>
/// <param name="length">Returns, at least 2; the first value comes one close later.</param>
public struct CloseVolatility(int length) : IIndicator<double, double>
{
    private RollingMoments _returns = new(Lengths.AtLeast(2, length));
    private double _previous = double.NaN;

    /// <inheritdoc/>
    public readonly int WarmUp => _returns.Length + 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _returns.IsFull;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? Math.Sqrt(_returns.SampleVariance) : double.NaN;

    /// <inheritdoc/>
    public void Update(in double input)
    {
        if (!double.IsNaN(_previous)) _returns.Push(Math.Log(input / _previous));
        _previous = input;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _returns.Clear();
        _previous = double.NaN;
    }
}
