using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Mean of the typical prices of a UTC day so far, weighted by volume; begins anew with each day. While nothing was traded it is the last typical price.</summary>
/// <remarks>Typical price = (high + low + close) / 3.</remarks>
public struct VolumeWeightedAveragePrice : IIndicator<Bar, double>
{
    private double _value, _volume, _last;
    private DateTime _day;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <inheritdoc/>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    public readonly double Value => !IsReady ? double.NaN : _volume > 0 ? _value / _volume : _last;

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        if (!IsReady || input.OpenTime.Date != _day) _value = _volume = 0;
        _day = input.OpenTime.Date;
        _last = (input.High + input.Low + input.Close) / 3;
        _value += _last * input.Volume;
        _volume += input.Volume;
        IsReady = true;
    }

    /// <inheritdoc/>
    public void Reset() => this = default;
}
