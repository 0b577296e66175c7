namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>Largest (or smallest) of the last values, in constant time on average.</summary>
/// <remarks>A queue of candidates, each beaten by none after it (Lemire 2006).</remarks>
internal struct RollingExtreme
{
    private readonly double[] _values;
    private readonly long[] _positions;
    private readonly int _sign;
    private int _head, _count;
    private long _seen;

    private RollingExtreme(int length, int sign)
    {
        _values = new double[Lengths.AtLeast(1, length)];
        _positions = new long[length];
        _sign = sign;
    }

    public readonly bool IsFull => _seen >= _values.Length;

    /// <summary>The extreme of the values held; NaN for none.</summary>
    public readonly double Value => _count == 0 ? double.NaN : _values[_head];

    public static RollingExtreme Highest(int length) => new(length, 1);

    public static RollingExtreme Lowest(int length) => new(length, -1);

    public void Push(double value)
    {
        var length = _values.Length;
        if (_count > 0 && _positions[_head] <= _seen - length) Leave();
        while (_count > 0 && _sign * _values[(_head + _count - 1) % length] <= _sign * value) _count--;
        var tail = (_head + _count) % length;
        _values[tail] = value;
        _positions[tail] = _seen;
        _count++;
        _seen++;
    }

    public void Clear()
    {
        _head = _count = 0;
        _seen = 0;
    }

    private void Leave()
    {
        _head = (_head + 1) % _values.Length;
        _count--;
    }
}
