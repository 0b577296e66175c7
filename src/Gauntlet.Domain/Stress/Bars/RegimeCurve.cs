using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Bars;

/// <summary>What a regime does to each measured bar of a scenario, whose bars stand for a year of 250 days.</summary>
internal sealed class RegimeCurve
{
    /// <summary>Days of the year that a scenario stands for.</summary>
    public const double Year = 250;

    private readonly double[] _arriving, _multiple;

    /// <param name="regime">The regime.</param>
    /// <param name="bars">Measured bars.</param>
    public RegimeCurve(MarketRegime regime, int bars)
    {
        (Regime, _arriving, _multiple) = (regime, new double[bars], new double[bars]);
        var before = regime.Arrived(0);
        for (var i = 0; i < bars; i++)
        {
            var after = regime.Arrived((i + 1) * Year / bars);
            (_arriving[i], before) = (after - before, after);
            _multiple[i] = regime.VolatilityAt(i * Year / bars);
        }
    }

    /// <summary>The regime.</summary>
    public MarketRegime Regime { get; }

    /// <summary>Share of the level shift that arrives in a bar.</summary>
    public double Arriving(int bar) => _arriving[bar];

    /// <summary>Volatility of a bar over the usual one.</summary>
    public double Multiple(int bar) => _multiple[bar];
}
