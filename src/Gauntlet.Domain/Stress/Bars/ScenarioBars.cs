using Gauntlet.Domain.Markets;
using Gauntlet.Domain.Randomness;
using Gauntlet.Domain.Stress.Macro;

namespace Gauntlet.Domain.Stress.Bars;

/// <summary>The bars of one market in one scenario: a burn-in that is thrown away, the warm-up in baseline times, then the regime.</summary>
/// <remarks>
/// The level shift is that of an equity index with a daily deviation of 1.05 %, scaled to the market's own volatility, so that it means the
/// same for an index, a currency or a coin. Drift, clusters, tails and trends are those of the training window.
/// </remarks>
internal sealed class ScenarioBars
{
    /// <summary>Bars before the first, so that volatility and volume do not start at their means.</summary>
    public const int BurnIn = 150;

    private const double IndexDeviation = 0.0105, UsualSpread = 0.0002;

    private static readonly DateTime FirstBar = new(2000, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly MarketRegime Usual = MarketRegime.Of(Regime.Baseline);
    private static readonly RegimeShape UsualTrends = RegimeShape.Of(Regime.Baseline);

    private readonly ScenarioSet _set;
    private readonly MarketCalibration _market;
    private readonly RegimeCurve _curve;
    private readonly Regime _regime;
    private readonly RegimeShape _trends;
    private readonly TrendProcess _trend;
    private readonly BarRecursion _recursion;
    private readonly BarColumns _columns;
    private readonly double _usualDrift, _level;
    private double _spreads;

    /// <param name="set">The set.</param>
    /// <param name="market">The market; that of the set, or one of a panel.</param>
    /// <param name="regime">Regime of the scenario.</param>
    /// <param name="curve">Its course.</param>
    /// <param name="level">Shift of an index' level, in logarithms.</param>
    /// <param name="random">Source of the market's own draws.</param>
    public ScenarioBars(ScenarioSet set, MarketCalibration market, Regime regime, RegimeCurve curve, double level, SeededRandom random)
    {
        (_set, _market, _regime, _curve, _trends) = (set, market, regime, curve, RegimeShape.Of(regime));
        var shape = BarShape.Of(market);
        (_recursion, Freedom) = (new(shape, market.Price), shape.Volatility.Freedom);
        _trend = new(market, random);
        _columns = new(set.WarmUpBars + set.Bars);
        // A scenario stands for a year however many bars it has: drift and shift are those of a year in units of the scenario's deviation.
        var deviation = market.Volatility * Math.Sqrt(set.Bars);
        (_usualDrift, _level) = ((market.Drift ?? DriftEstimate.OfIndex) * deviation / set.Bars, deviation / (IndexDeviation * Math.Sqrt(RegimeCurve.Year)) * level);
    }

    /// <summary>Degrees of freedom of the market's tails.</summary>
    public int Freedom { get; }

    /// <summary>Volatility of a bar over the usual one.</summary>
    /// <param name="index">−<see cref="BurnIn"/> … warm-up and measured bars − 1, in order.</param>
    public double Multiple(int index) => index < _set.WarmUpBars ? Usual.Volatility : _curve.Multiple(index - _set.WarmUpBars);

    /// <summary>Probability that a bar jumps.</summary>
    public double JumpChance(int index) => Math.Min(1, (index < _set.WarmUpBars ? Usual : _curve.Regime).JumpRate / _market.BarsPerDay);

    /// <summary>Drift that persists, of the next bar; taken before its draw.</summary>
    public double Trend(int index) => _trend.Next(index < _set.WarmUpBars ? UsualTrends : _trends);

    /// <summary>Makes all bars of a market that stands alone.</summary>
    /// <param name="index">Index of the scenario.</param>
    /// <param name="random">Source of the draws.</param>
    public Scenario Run(int index, SeededRandom random)
    {
        for (var i = -BurnIn; i < _set.WarmUpBars + _set.Bars; i++)
        {
            var trend = Trend(i);
            Add(i, BarDraw.Next(random, Freedom), trend);
        }

        return Finish(index, Times(_set, _market));
    }

    /// <summary>Makes the bar of an index.</summary>
    public void Add(int index, in BarDraw draw, double trend)
    {
        var elapsed = index - _set.WarmUpBars;
        var drift = _usualDrift + trend + (elapsed < 0 ? 0 : _level * _curve.Arriving(elapsed));
        if (index == 0) _recursion.Restart(_market.Price);
        var liquidity = (elapsed < 0 ? Usual : _curve.Regime).Liquidity;
        var bar = _recursion.Next(draw, drift, Multiple(index), JumpChance(index), liquidity);
        if (index < 0) return;
        (_columns.Open[index], _columns.High[index], _columns.Low[index], _columns.Close[index]) = (bar.Open, bar.High, bar.Low, bar.Close);
        _columns.Volume[index] = _market.Volume * Math.Exp(bar.LogVolume);
        if (elapsed >= 0) _spreads += bar.Spread;
    }

    /// <summary>Opening times of a scenario's bars; markets of a panel may share them.</summary>
    public static DateTime[] Times(ScenarioSet set, MarketCalibration market)
    {
        var (times, interval) = (new DateTime[set.WarmUpBars + set.Bars], TimeSpan.FromSeconds(market.BarSeconds));
        for (var i = 0; i < times.Length; i++) times[i] = FirstBar + (i * interval);
        return times;
    }

    /// <summary>The finished scenario.</summary>
    public Scenario Finish(int index, DateTime[] times)
    {
        var calendar = new TradingCalendar(_market.Calendar, _market.BarsPerDay, _market.PeriodsPerYear);
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_market.Symbol} {_regime} {index}");
        var series = new BarSeries(name, TimeSpan.FromSeconds(_market.BarSeconds), times, _columns.Open, _columns.High, _columns.Low, _columns.Close, _columns.Volume, calendar);
        return new(index, _regime, series, _set.WarmUpBars, _spreads / _set.Bars / UsualSpread);
    }
}
