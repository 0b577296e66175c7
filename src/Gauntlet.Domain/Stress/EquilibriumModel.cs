using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Bars;
using Gauntlet.Domain.Stress.Economy;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress;

/// <summary>Scenarios by layers: a shock drawn for the regime, the equilibrium of an economy under it, the shift of the market's level, and bars on the way there.</summary>
/// <remarks>
/// The measured bars stand for a year of 250 days. The level shift is that of an equity index with a daily deviation of 1.05 %, scaled to the
/// market's own volatility, so that it means the same for an index, a currency or a coin. Trends are those of the training window.
/// </remarks>
public sealed class EquilibriumModel : IScenarioModel
{
    private const int BurnIn = 150;
    private const double Year = 250, IndexDeviation = 0.0105, UsualDrift = 0.0003, UsualSpread = 0.0002;

    private static readonly DateTime FirstBar = new(2000, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly AssetMapping Mapping = new();

    private readonly EconomyModel _economy = new(SocialAccounts.Find("textbook"));
    private readonly Equilibrium _base;

    /// <summary>With the textbook economy under the short-run closure.</summary>
    public EquilibriumModel() => _base = _economy.Solve(EconomicShock.None);

    /// <inheritdoc/>
    public string Id => "equilibrium@1";

    /// <inheritdoc/>
    /// <exception cref="NoEquilibriumException">The drawn shock has no equilibrium; the scenario is never left out.</exception>
    public Scenario Generate(ScenarioSet set, int index)
    {
        if (set.Model != Id) throw new ArgumentException($"The set asks for model {set.Model}, this is {Id}.", nameof(set));
        var regime = set.Counts.RegimeOf(index);
        var random = new SeededRandom(set.Seed, (ulong)index);
        var shift = Shift(regime, MacroRegime.Of(regime).Draw(_economy.Goods.Count, random));
        return Bars(set, index, regime, shift.Level, random);
    }

    /// <summary>What a shock in a regime does to an equity index.</summary>
    internal AssetShift Shift(Regime regime, EconomicShock shock) => Mapping.Of(_economy.Solve(shock), _base, MarketRegime.Of(regime).RiskPremium);

    private static Scenario Bars(ScenarioSet set, int index, Regime regime, double level, SeededRandom random)
    {
        var market = set.Market;
        var count = set.WarmUpBars + set.Bars;
        var (times, columns) = (new DateTime[count], new BarColumns(count));
        var recursion = new BarRecursion(BarShape.Of(market), market.Price);
        var trend = new TrendProcess(market, random);
        var scale = market.Volatility * Math.Sqrt(set.Bars) / (IndexDeviation * Math.Sqrt(Year));
        var interval = TimeSpan.FromSeconds(market.BarSeconds);
        double spreads = 0;
        for (var i = -BurnIn; i < count; i++)
        {
            var elapsed = i - set.WarmUpBars;
            var now = elapsed < 0 ? Regime.Baseline : regime;
            var (shape, day, next) = (MarketRegime.Of(now), Math.Max(0, elapsed) * Year / set.Bars, (Math.Max(0, elapsed) + 1) * Year / set.Bars);
            var shift = elapsed < 0 ? 0 : level * (shape.Arrived(next) - shape.Arrived(day));
            var drift = (scale * ((UsualDrift * Year / set.Bars) + shift)) + trend.Next(RegimeShape.Of(now));
            if (i == 0) recursion.Restart(market.Price);
            var bar = recursion.Next(BarDraw.Next(random), drift, shape.VolatilityAt(day), Math.Min(1, shape.JumpRate / market.BarsPerDay), shape.Liquidity);
            if (i < 0) continue;
            times[i] = FirstBar + (i * interval);
            (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i]) = (bar.Open, bar.High, bar.Low, bar.Close);
            columns.Volume[i] = market.Volume * Math.Exp(bar.LogVolume);
            if (elapsed >= 0) spreads += bar.Spread;
        }

        var calendar = new TradingCalendar(market.Calendar, market.BarsPerDay, market.PeriodsPerYear);
        var series = new BarSeries($"{market.Symbol} {regime} {index}", interval, times, columns.Open, columns.High, columns.Low, columns.Close, columns.Volume, calendar);
        return new(index, regime, series, set.WarmUpBars, spreads / set.Bars / UsualSpread);
    }
}
