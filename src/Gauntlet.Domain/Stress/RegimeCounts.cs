using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gauntlet.Domain.Stress;

/// <summary>How many scenarios of a set come from each regime. Exact counts, not shares drawn by chance.</summary>
public sealed record RegimeCounts
{
    /// <summary>Scenarios of <see cref="Regime.Baseline"/>.</summary>
    [Range(0, 10_000)]
    public required int Baseline { get; init; }

    /// <summary>Scenarios of <see cref="Regime.Boom"/>.</summary>
    [Range(0, 10_000)]
    public required int Boom { get; init; }

    /// <summary>Scenarios of <see cref="Regime.Recession"/>.</summary>
    [Range(0, 10_000)]
    public required int Recession { get; init; }

    /// <summary>Scenarios of <see cref="Regime.Stagflation"/>.</summary>
    [Range(0, 10_000)]
    public required int Stagflation { get; init; }

    /// <summary>Scenarios of <see cref="Regime.Crisis"/>.</summary>
    [Range(0, 10_000)]
    public required int Crisis { get; init; }

    /// <summary>All scenarios.</summary>
    [JsonIgnore]
    public int Total => Baseline + Boom + Recession + Stagflation + Crisis;

    /// <summary>Scenarios of a regime.</summary>
    public int Of(Regime regime) => regime switch
    {
        Regime.Baseline => Baseline,
        Regime.Boom => Boom,
        Regime.Recession => Recession,
        Regime.Stagflation => Stagflation,
        Regime.Crisis => Crisis,
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
    };

    /// <summary>Regime of a scenario. The regimes take turns in proportion to their counts, so that any run of indices holds a like mix.</summary>
    /// <param name="index">0 … <see cref="Total"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of that.</exception>
    public Regime RegimeOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Total);

        // The k-th of n scenarios of a regime stands at (k + ½)/n of the set; sorting all by that place interleaves them.
        return Enum.GetValues<Regime>()
            .SelectMany(regime => Enumerable.Range(0, Of(regime)).Select(k => (Place: (k + 0.5) / Of(regime), regime)))
            .OrderBy(entry => entry.Place).ThenBy(entry => entry.regime)
            .ElementAt(index).regime;
    }
}
