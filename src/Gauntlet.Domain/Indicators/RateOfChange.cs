using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Return over the last <c>length</c> bars, as a fraction: value / value before − 1.</summary>
/// <param name="length">At least 1; the first value comes one input later.</param>
public struct RateOfChange(int length) : IIndicator<double, double>
{
    private Window _window = new(length);
    private double _value = double.NaN;

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length + 1;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public readonly double Value => _value;

    /// <inheritdoc/>
    public void Update(in double input)
    {
        if (_window.IsFull)
        {
            _value = (input / _window.Oldest) - 1;
            IsReady = true;
        }

        _window.Push(input);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _window.Clear();
        _value = double.NaN;
        IsReady = false;
    }
}
