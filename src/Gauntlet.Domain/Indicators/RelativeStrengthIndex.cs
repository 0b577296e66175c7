namespace Gauntlet.Domain.Indicators;

/// <summary>Wilder's relative strength index, 0 to 100: average gain over average gain plus average loss of the last closes.</summary>
/// <remarks>Wilder (1978). Where no price moved at all it is 50, neither strong nor weak.</remarks>
/// <param name="length">Changes in the first average, at least 1; the first value comes one close later.</param>
public struct RelativeStrengthIndex(int length) : IIndicator<double, double>
{
    private WilderAverage _gains = new(length);
    private WilderAverage _losses = new(length);
    private double _previous = double.NaN;

    /// <inheritdoc/>
    public readonly int WarmUp => _gains.WarmUp + 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _gains.IsReady;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            if (!IsReady) return double.NaN;
            var total = _gains.Value + _losses.Value;
            return total == 0 ? 50 : 100 * _gains.Value / total;
        }
    }

    /// <inheritdoc/>
    public void Update(in double input)
    {
        if (!double.IsNaN(_previous))
        {
            var change = input - _previous;
            _gains.Update(Math.Max(change, 0));
            _losses.Update(Math.Max(-change, 0));
        }

        _previous = input;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _gains.Reset();
        _losses.Reset();
        _previous = double.NaN;
    }
}
