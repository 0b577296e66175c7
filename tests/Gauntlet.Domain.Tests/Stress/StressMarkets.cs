using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Tests.Stress;

/// <summary>Markets and sets that the tests of scenarios share.</summary>
internal static class StressMarkets
{
    /// <summary>An index as the bar model's own numbers describe it: a daily deviation of 1.05 %, of whose variance 27 % falls between close and open.</summary>
    public static MarketCalibration Index { get; } = new()
    {
        Symbol = "INDEX",
        BarSeconds = 86_400,
        BarsPerDay = 1,
        PeriodsPerYear = 252,
        Calendar = "test",
        Price = 100,
        Volume = 1e6,
        Volatility = 0.0105,
        GapShare = 0.27,
        Trend = TrendEstimate.None,
        DataHash = "none",
    };

    public static ScenarioSet Set(string model, RegimeCounts counts, ulong seed = 1, int bars = 250, MarketCalibration? market = null) =>
        new() { Model = model, Seed = seed, Counts = counts, Bars = bars, WarmUpBars = 20, Market = market ?? Index };

    /// <summary>Daily bars of SPY with the misprint undone that the reference undoes.</summary>
    public static BarSeries Spy()
    {
        using var reader = File.OpenText(SharedFolder.PathOf(Path.Combine("data", "daily", "spy.csv")));
        var bars = CsvBars.ReadAsIs(reader, "spy");
        var open = bars.Open.ToArray();
        var misprint = bars.Times.ToArray().ToList().FindIndex(time => time.Date == new DateTime(2000, 12, 18));
        var low = bars.Low.ToArray();
        open[misprint] = bars.Close[misprint - 1];
        low[misprint] = 0.97 * bars.Close[misprint - 1];
        return new("spy", bars.Interval, bars.Times.ToArray(), open, bars.High.ToArray(), low, bars.Close.ToArray(), bars.Volume.ToArray(), bars.Calendar);
    }
}
