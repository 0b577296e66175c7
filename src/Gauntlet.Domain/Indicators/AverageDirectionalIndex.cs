using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Wilder's average directional index, 0 to 100: how strongly a market trends, whichever way.</summary>
/// <remarks>Wilder (1978): Wilder's average of the directional index; the first value comes with bar 2 × <c>length</c>.</remarks>
/// <param name="length">At least 1.</param>
public struct AverageDirectionalIndex(int length) : IIndicator<Bar, double>
{
    private DirectionalMovement _movement = new(length);
    private WilderAverage _average = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _movement.WarmUp + _average.WarmUp - 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _average.IsReady;

    /// <inheritdoc/>
    public readonly double Value => _average.Value;

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        _movement.Update(input);
        if (_movement.IsReady) _average.Update(_movement.Value.Index);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _movement.Reset();
        _average.Reset();
    }
}
