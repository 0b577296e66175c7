using Gauntlet.Domain.Stress;
using Gauntlet.Domain.Stress.Panels;

namespace Gauntlet.Benchmarks.Gates;

/// <summary>Scenario sets of the sizes that the numbers are stated for.</summary>
internal static class StressSets
{
    /// <summary>The 200 scenarios of the usual mix.</summary>
    /// <param name="bars">Measured bars each.</param>
    /// <param name="barSeconds">Length of a bar.</param>
    /// <param name="markets">Markets of its panel; 0 for none.</param>
    public static ScenarioSet Of(int bars, int barSeconds, int markets)
    {
        var market = new MarketCalibration
        {
            Symbol = "INDEX",
            BarSeconds = barSeconds,
            BarsPerDay = 86_400 / barSeconds,
            PeriodsPerYear = 365.0 * 86_400 / barSeconds,
            Calendar = "around the clock",
            Price = 100,
            Volume = 1e6,
            Volatility = 0.0105 * Math.Sqrt(barSeconds / 86_400.0),
            GapShare = 0.05,
            Trend = TrendEstimate.None,
            DataHash = "none",
        };
        return new()
        {
            Model = "equilibrium@1",
            Seed = 1,
            Counts = new() { Baseline = 60, Boom = 30, Recession = 50, Stagflation = 30, Crisis = 30 },
            Bars = bars,
            WarmUpBars = 0,
            Market = market,
            Panel = markets > 0 ? [.. Enumerable.Repeat(new PanelMarket(market, 0.69), markets)] : null,
        };
    }
}
