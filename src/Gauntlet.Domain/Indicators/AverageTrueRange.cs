using Gauntlet.Domain.Markets;

namespace Gauntlet.Domain.Indicators;

/// <summary>Wilder's average true range. The first bar has no previous close and gives no range, so the first value comes with bar <c>length</c> + 1.</summary>
/// <remarks>Wilder (1978); true range = the largest of high − low, |high − previous close|, |low − previous close|.</remarks>
/// <param name="length">Ranges in the first average, at least 1.</param>
public struct AverageTrueRange(int length) : IIndicator<Bar, double>
{
    private WilderAverage _ranges = new(length);
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public readonly int WarmUp => _ranges.WarmUp + 1;

    /// <inheritdoc/>
    public readonly bool IsReady => _ranges.IsReady;

    /// <inheritdoc/>
    public readonly double Value => _ranges.Value;

    /// <inheritdoc/>
    public void Update(in Bar input)
    {
        if (!double.IsNaN(_previousClose))
        {
            _ranges.Update(Math.Max(input.High, _previousClose) - Math.Min(input.Low, _previousClose));
        }

        _previousClose = input.Close;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _ranges.Reset();
        _previousClose = double.NaN;
    }
}
