using Gauntlet.Domain.Indicators.Windows;
using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Donchian's channel: highest high and lowest low of the last <c>length</c> bars, this one included, and the middle between them.</summary>
/// <remarks>A breakout compares a close with the channel of the bar before: read the value first, then update.</remarks>
/// <param name="length">At least 1.</param>
public struct DonchianChannel(int length) : IIndicator<Bar, Bands>
{
    private readonly int _length = length;
    private RollingExtreme _highest = RollingExtreme.Highest(length);
    private RollingExtreme _lowest = RollingExtreme.Lowest(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _length;

    /// <inheritdoc/>
    public readonly bool IsReady => _highest.IsFull;

    /// <inheritdoc/>
    public readonly Bands Value => IsReady ? new(_highest.Value, (_highest.Value + _lowest.Value) / 2, _lowest.Value) : Bands.None;

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        _highest.Push(input.High);
        _lowest.Push(input.Low);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _highest.Clear();
        _lowest.Clear();
    }
}
