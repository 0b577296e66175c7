using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Granville's on-balance volume: volume added when the close rises and subtracted when it falls; it begins with the first bar's volume.</summary>
public struct OnBalanceVolume : IIndicator<Bar, double>
{
    private double _value, _previousClose;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public readonly double Value => IsReady ? _value : double.NaN;

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        _value += IsReady ? Math.Sign(input.Close - _previousClose) * input.Volume : input.Volume;
        _previousClose = input.Close;
        IsReady = true;
    }

    /// <inheritdoc/>
    public void Reset() => this = default;
}
