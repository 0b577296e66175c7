using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress;

/// <summary>Scenarios by named regimes: drift, volatility that clusters, fat tails, jumps, wide spreads, and the trends of the calibrated market.</summary>
/// <remarks>
/// It is no model of an economy: regimes are fixed shapes in units of the market's own volatility. What it claims is what Gate 2 needs:
/// a trend follower keeps the edge that its training window shows with some certainty, at worse signal to noise in worse regimes, and a
/// strategy that was fitted to noise meets paths without anything to find. Reversion is not modelled, so a strategy that lives on it
/// earns nothing here.
/// </remarks>
public sealed class RegimeModel : IScenarioModel
{
    private static readonly DateTime FirstBar = new(2000, 1, 3, 0, 0, 0, DateTimeKind.Utc);

    /// <inheritdoc/>
    public string Id => "regimes@1";

    /// <inheritdoc/>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id) throw new ArgumentException($"The set asks for model {set.Model}, this is {Id}.", nameof(set));
        var regime = set.Counts.RegimeOf(index);
        var shape = RegimeShape.Of(regime);
        var path = new ScenarioPath(set, shape, new SeededRandom(set.Seed, (ulong)index));

        var count = set.WarmUpBars + set.Bars;
        var times = new DateTime[count];
        var columns = new BarColumns(count);
        var interval = TimeSpan.FromSeconds(set.Market.BarSeconds);
        for (var i = 0; i < count; i++)
        {
            times[i] = FirstBar + (i * interval);
            path.Next(columns, i);
        }

        var calendar = new TradingCalendar(set.Market.Calendar, set.Market.BarsPerDay, set.Market.PeriodsPerYear);
        var series = new BarSeries(
            $"{set.Market.Symbol} {regime} {index}", interval, times, columns.Open, columns.High, columns.Low, columns.Close, columns.Volume, calendar);
        return new(index, regime, series, set.WarmUpBars, shape.Liquidity * Math.Pow(path.MeanVolatility, SpreadElasticity));
    }

    // Spreads widen with volatility to the power of about 0.7 (bar model of the equity stress).
    private const double SpreadElasticity = 0.7;
}
