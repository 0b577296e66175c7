using Gauntlet.Domain.Randomness;

namespace Gauntlet.Domain.Stress;

/// <summary>A drift that comes, stays and goes: an autoregression of the size and half-life that the training window shows.</summary>
/// <param name="market">The market with its trends.</param>
/// <param name="random">Source of the draws; one is taken at once, for where it starts.</param>
internal sealed class TrendProcess(MarketCalibration market, SeededRandom random)
{
    private double _trend = random.NextNormal();

    /// <summary>Drift of the next bar under a regime; 0 where the market shows no trends.</summary>
    public double Next(RegimeShape shape)
    {
        if (market.Trend.Share <= 0) return 0;
        var persistence = Math.Pow(0.5, 1 / (market.Trend.HalfLifeBars * shape.TrendLife));
        _trend = (persistence * _trend) + (Math.Sqrt(1 - (persistence * persistence)) * random.NextNormal());
        return shape.TrendFactor * Math.Sqrt(market.Trend.Share) * market.Volatility * _trend;
    }
}
