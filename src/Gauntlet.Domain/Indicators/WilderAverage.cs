namespace Gauntlet.Domain.Indicators;

/// <summary>Wilder's smoothing: the plain mean of the first <c>length</c> values, then (previous × (length − 1) + value) / length.</summary>
/// <param name="length">At least 1.</param>
public struct WilderAverage(int length) : IIndicator<double, double>
{
    private readonly int _length = length >= 1 ? length : throw new ArgumentOutOfRangeException(nameof(length), length, "At least 1.");
    private double _value;
    private int _seen;

    /// <inheritdoc/>
    public readonly int WarmUp => _length;

    /// <inheritdoc/>
    public readonly bool IsReady => _seen >= _length;

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _value : double.NaN;

    /// <inheritdoc/>
    public void Update(in double input)
    {
        if (_seen < _length) _seen++;
        // While it fills this is the running mean; afterwards it is Wilder's recursion: one formula for both.
        _value += (input - _value) / _seen;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _value = 0;
        _seen = 0;
    }
}
