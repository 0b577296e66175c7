using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Wilder's directional indicators, each from 0 to 100.</summary>
/// <param name="Plus">Share of upward movement in the true range.</param>
/// <param name="Minus">Share of downward movement in the true range.</param>
/// <param name="Index">100 × |plus − minus| / (plus + minus); 0 where there is neither.</param>
public readonly record struct DirectionalValue(double Plus, double Minus, double Index);

/// <summary>Wilder's directional movement: how much of the true range went up, and how much down.</summary>
/// <remarks>
/// Wilder (1978). Sums begin with the first <c>length</c> − 1 movements; then sum = sum − sum / length + movement. The first value comes
/// with bar <c>length</c> + 1.
/// </remarks>
/// <param name="length">At least 1.</param>
public struct DirectionalMovement(int length) : IIndicator<Bar, DirectionalValue>
{
    private readonly int _length = Lengths.AtLeast(1, length);
    private double _plus, _minus, _range;
    private double _high = double.NaN, _low, _close;
    private int _seen;

    /// <inheritdoc/>
    public readonly int WarmUp => _length + 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _seen >= _length;

    /// <inheritdoc/>
    public readonly DirectionalValue Value
    {
        get
        {
            if (!IsReady) return new(double.NaN, double.NaN, double.NaN);
            if (_range == 0) return default;
            var total = _plus + _minus;
            return new(100 * _plus / _range, 100 * _minus / _range, total == 0 ? 0 : 100 * Math.Abs(_plus - _minus) / total);
        }
    }

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        if (!double.IsNaN(_high)) Move(input);
        (_high, _low, _close) = (input.High, input.Low, input.Close);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _plus = _minus = _range = _low = _close = 0;
        _high = double.NaN;
        _seen = 0;
    }

    private void Move(in Bar bar)
    {
        var (up, down) = (bar.High - _high, _low - bar.Low);
        var range = Math.Max(bar.High, _close) - Math.Min(bar.Low, _close);
        // The first length − 1 movements are added up, every later one replaces its share of the sum.
        var kept = _seen < _length - 1 ? 1 : 1 - (1.0 / _length);
        _plus = (_plus * kept) + (up > down && up > 0 ? up : 0);
        _minus = (_minus * kept) + (down > up && down > 0 ? down : 0);
        _range = (_range * kept) + range;
        if (_seen < _length) _seen++;
    }
}
