using System.Runtime.CompilerServices;

namespace Gauntlet.Domain.Indicators;

/// <summary>Mean of the last <c>length</c> values.</summary>
public struct SimpleMovingAverage : IIndicator<double, double>
{
    private readonly double[] _window;
    private double _sum;
    private int _next, _seen;

    /// <param name="length">Values in the mean, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public SimpleMovingAverage(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _window = new double[length];
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _seen >= _window.Length;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _sum / _window.Length : double.NaN;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in double input)
    {
        _sum += input - _window[_next];
        _window[_next] = input;
        if (_seen < _window.Length) _seen++;
        if (++_next < _window.Length) return;
        _next = 0;
        _sum = Sum(_window);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(_window);
        _sum = 0;
        _next = _seen = 0;
    }

    // Adding and subtracting for ever lets rounding errors grow; a fresh sum once a window keeps them at one window's worth.
    // Static, so that the address of the struct is never taken and its fields can live in registers.
    private static double Sum(double[] window)
    {
        double sum = 0;
        foreach (var value in window) sum += value;
        return sum;
    }
}
