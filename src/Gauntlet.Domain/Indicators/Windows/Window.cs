using System.Runtime.CompilerServices;

namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>The last values of a stream, in a ring.</summary>
internal struct Window(int length)
{
    private readonly double[] _values = new double[Lengths.AtLeast(1, length)];
    private int _next;

    public readonly int Length => _values.Length;

    /// <summary>Values held, at most <see cref="Length"/>.</summary>
    public int Count { get; private set; }

    public readonly bool IsFull => Count == _values.Length;

    /// <summary>The values in the order of the ring, which only a full window fills wholly.</summary>
    public readonly ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>The value that the next one will replace; 0 while the window fills.</summary>
    public readonly double Oldest => _values[_next];

    /// <summary>Puts a value in place of the oldest.</summary>
    /// <returns>Whether the ring has come round, which is when sums are taken afresh so that rounding errors do not grow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Push(double value)
    {
        _values[_next] = value;
        if (Count < _values.Length) Count++;
        if (++_next < _values.Length) return false;
        _next = 0;
        return true;
    }

    public void Clear()
    {
        Array.Clear(_values);
        _next = Count = 0;
    }
}
