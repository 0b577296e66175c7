using Gauntlet.Domain.Indicators.Windows;

namespace Gauntlet.Domain.Indicators;

/// <summary>Three lines around a price.</summary>
/// <param name="Upper">Upper line.</param>
/// <param name="Middle">Middle line.</param>
/// <param name="Lower">Lower line.</param>
public readonly record struct Bands(double Upper, double Middle, double Lower)
{
    /// <summary>Lines that are not yet defined.</summary>
    public static Bands None { get; } = new(double.NaN, double.NaN, double.NaN);
}

/// <summary>Bollinger's bands: the mean of the last <c>length</c> values, and it plus and minus <c>width</c> population standard deviations.</summary>
/// <remarks>Bollinger (2001); deviation with divisor n, of the values themselves.</remarks>
/// <param name="length">At least 1.</param>
/// <param name="width">Standard deviations on each side. Default 2.</param>
public struct BollingerBands(int length, double width = 2) : IIndicator<double, Bands>
{
    private readonly double _width = width;
    private RollingMoments _moments = new(length);

    /// <inheritdoc/>
    public readonly int WarmUp => _moments.Length;

    /// <inheritdoc/>
    public readonly bool IsReady => _moments.IsFull;

    /// <inheritdoc/>
    public readonly Bands Value
    {
        get
        {
            if (!IsReady) return Bands.None;
            var distance = _width * Math.Sqrt(_moments.PopulationVariance);
            return new(_moments.Mean + distance, _moments.Mean, _moments.Mean - distance);
        }
    }

    /// <inheritdoc/>
    public void Update(in double input) => _moments.Push(input);

    /// <inheritdoc/>
    public void Reset() => _moments.Clear();
}
