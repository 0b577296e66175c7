using System.Runtime.CompilerServices;

namespace Gauntlet.Domain.Indicators;

/// <summary>Exponential average with weight 2/(length + 1), started by the plain mean of the first <c>length</c> values (the convention of TA-Lib).</summary>
/// <param name="length">At least 1.</param>
public struct ExponentialMovingAverage(int length) : IIndicator<double, double>
{
    private readonly int _length = length >= 1 ? length : throw new ArgumentOutOfRangeException(nameof(length), length, "At least 1.");
    private readonly double _weight = 2.0 / (length + 1);
    private double _value;
    private int _seen;

    /// <inheritdoc/>
    public readonly int WarmUp => _length;

    /// <inheritdoc/>
    public readonly bool IsReady => _seen >= _length;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _value : double.NaN;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(in double input)
    {
        if (IsReady)
        {
            _value += (input - _value) * _weight;
            return;
        }

        _seen++;
        _value += (input - _value) / _seen;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _value = 0;
        _seen = 0;
    }
}
