using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress;

/// <summary>Makes the bars of one scenario, one after the other: baseline while warming up, then the regime.</summary>
/// <remarks>
/// Log return = gap + body. Variance follows an asymmetric GARCH recursion (Engle and Ng 1993: h ← ω + 0.71·h + 0.08·(e − 1.5·√h)² about a
/// mean of 1), shocks are Student-like by a mixing variable (ν − 2)/χ²(ν) with ν = 14, jumps fall on the open and their mean is given
/// back by the drift. High and low are the exact extremes of a Brownian bridge between open and close, so that they enclose both by
/// algebra. The drift is the regime's plus an autoregressive one of the calibrated share and half-life.
/// </remarks>
internal sealed class ScenarioPath
{
    private const int TailPairs = 7;
    private const double TailFreedom = 2 * TailPairs;
    private const double Persistence = 0.71, Reaction = 0.08, Asymmetry = 1.5, LargestVariance = 25;
    private const double Level = 1 - Persistence - (Reaction * (1 + (Asymmetry * Asymmetry)));
    private const double JumpSize = 2;

    private readonly ScenarioSet _set;
    private readonly RegimeShape _regime;
    private readonly SeededRandom _random;
    private readonly TrendProcess _trend;
    private double _logPrice, _logVolume, _volatilitySum;
    private double _variance = 1;

    public ScenarioPath(ScenarioSet set, RegimeShape regime, SeededRandom random)
    {
        (_set, _regime, _random) = (set, regime, random);
        _logPrice = Math.Log(set.Market.Price);
        _trend = new(set.Market, random);
    }

    /// <summary>Mean over the measured bars of the regime's volatility over that of training.</summary>
    public double MeanVolatility => _volatilitySum / _set.Bars;

    public void Next(BarColumns bars, int index)
    {
        var market = _set.Market;
        var elapsed = index - _set.WarmUpBars;
        var shape = elapsed < 0 ? RegimeShape.Of(Regime.Baseline) : _regime;
        var multiple = Volatility(shape, Math.Max(elapsed, 0));
        if (elapsed >= 0) _volatilitySum += multiple;

        var unit = market.Volatility * multiple * Math.Sqrt(1 - market.Trend.Share);
        var deviation = unit * Math.Sqrt(_variance);
        var drift = (shape.AnnualDrift * market.Volatility / Math.Sqrt(market.PeriodsPerYear)) + _trend.Next(shape);
        var tail = Math.Sqrt(Mixing());

        var jumpRate = Math.Min(shape.JumpsPerDay / market.BarsPerDay, 1);
        var jumpUnit = JumpSize * deviation * Math.Sqrt(market.BarsPerDay);
        var gap = (Math.Sqrt(market.GapShare) * deviation * tail * _random.NextNormal()) + Jump(jumpRate, jumpUnit);
        var width = Math.Sqrt(1 - market.GapShare) * deviation * tail;
        var body = (width * _random.NextNormal()) + drift - (deviation * deviation / 2) + (jumpRate * jumpUnit);

        var open = _logPrice + gap;
        var high = open + Extreme(body, width, 1);
        var low = open + Extreme(body, width, -1);
        _logPrice = open + body;
        (bars.Open[index], bars.Close[index]) = (Math.Exp(open), Math.Exp(_logPrice));
        // Exponentials of ordered numbers are ordered, but for the last bit.
        bars.High[index] = Math.Max(Math.Exp(high), Math.Max(bars.Open[index], bars.Close[index]));
        bars.Low[index] = Math.Min(Math.Exp(low), Math.Min(bars.Open[index], bars.Close[index]));
        bars.Volume[index] = Volume(high - low);

        var news = ((gap + body - drift) / unit) - (Asymmetry * Math.Sqrt(_variance));
        _variance = Math.Min(LargestVariance, Level + (Persistence * _variance) + (Reaction * news * news));
    }

    private double Volatility(RegimeShape shape, int elapsed) =>
        shape.VolatilityFloor + ((shape.Volatility - shape.VolatilityFloor) * Math.Exp(-elapsed / (shape.FadeShare * _set.Bars)));

    // Mean 1; a chi-square of 14 degrees is minus twice the log of seven uniforms' product.
    private double Mixing()
    {
        double product = 1;
        for (var i = 0; i < TailPairs; i++) product *= 1 - _random.NextDouble();
        return (TailFreedom - 2) / (-2 * Math.Log(product));
    }

    private double Jump(double rate, double unit) => _random.NextDouble() < rate ? unit * (_random.NextNormal() - 1) : 0;

    private double Extreme(double move, double deviation, int side) =>
        (move + (side * Math.Sqrt((move * move) - (2 * deviation * deviation * Math.Log(1 - _random.NextDouble()))))) / 2;

    private double Volume(double range)
    {
        _logVolume = (0.35 * _logVolume) + (0.45 * Math.Log(Math.Max(range, 1e-12) / (1.4 * _set.Market.Volatility))) + (0.24 * _random.NextNormal());
        return _set.Market.Volume * Math.Exp(_logVolume);
    }
}
