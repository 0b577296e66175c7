namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>Mean and variance of the last values; updated by what enters and leaves, taken afresh once a window.</summary>
/// <remarks>Welford (1962), for a window: ΔM₂ = (x − x₀)(x − mean' + x₀ − mean).</remarks>
internal struct RollingMoments(int length)
{
    private Window _window = new(length);
    private double _squares, _last;
    private int _equal;

    public readonly int Length => _window.Length;

    public readonly bool IsFull => _window.IsFull;

    public double Mean { get; private set; }

    /// <summary>Variance with divisor n; exactly 0 where all values are equal.</summary>
    public readonly double PopulationVariance => Squares / _window.Count;

    /// <summary>Variance with divisor n − 1.</summary>
    public readonly double SampleVariance => Squares / (_window.Count - 1);

    // Values that are equal have no variance, but rounding would leave one of about 1e-18.
    private readonly double Squares => _equal >= _window.Count ? 0 : Math.Max(0, _squares);

    public void Push(double value)
    {
        _equal = _window.Count > 0 && value == _last ? _equal + 1 : 1;
        _last = value;
        var mean = Mean;
        if (_window.IsFull)
        {
            var oldest = _window.Oldest;
            Mean += (value - oldest) / _window.Length;
            _squares += (value - oldest) * (value - Mean + oldest - mean);
        }
        else
        {
            Mean += (value - mean) / (_window.Count + 1);
            _squares += (value - mean) * (value - Mean);
        }

        if (_window.Push(value)) Refresh();
    }

    public void Clear()
    {
        _window.Clear();
        Mean = _squares = _last = 0;
        _equal = 0;
    }

    private void Refresh()
    {
        double sum = 0, squares = 0;
        foreach (var value in _window.Values) sum += value;
        Mean = sum / _window.Count;
        foreach (var value in _window.Values) squares += (value - Mean) * (value - Mean);
        _squares = squares;
    }
}
