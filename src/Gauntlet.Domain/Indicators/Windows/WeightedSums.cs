namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>Plain and rising-weight sum of the last values: weight 1 for the oldest to n for the newest.</summary>
internal struct WeightedSums(int length)
{
    private Window _window = new(length);

    public readonly int Length => _window.Length;

    public readonly bool IsFull => _window.IsFull;

    public double Sum { get; private set; }

    public double Weighted { get; private set; }

    public void Push(double value)
    {
        var oldest = _window.Oldest;
        var weight = _window.IsFull ? _window.Length : _window.Count + 1;
        // All that stay lose one weight; while the window fills they keep it, because the newest gets one more.
        Weighted += (weight * value) - (_window.IsFull ? Sum : 0);
        Sum += value - oldest;
        if (_window.Push(value)) Refresh();
    }

    public void Clear()
    {
        _window.Clear();
        Sum = Weighted = 0;
    }

    private void Refresh()
    {
        double sum = 0, weighted = 0;
        // The ring has just come round: its order is that of time.
        for (var i = 0; i < _window.Length; i++)
        {
            sum += _window.Values[i];
            weighted += (i + 1) * _window.Values[i];
        }

        (Sum, Weighted) = (sum, weighted);
    }
}
