namespace Gauntlet.Domain.Stress;

/// <summary>What a regime does to a market, in units of that market's own volatility.</summary>
/// <remarks>
/// Volatility, jumps, liquidity and their order follow the regimes of a one-year equilibrium stress for an equity index; the drift is
/// that stress' level shift over a year divided by the year's volatility, so that it means the same for an index, a currency or a coin.
/// Trends are those of the training window times a factor: stress leaves a strategy the edge that the data show, or less.
/// </remarks>
/// <param name="AnnualDrift">Expected log return a year over annual volatility.</param>
/// <param name="Volatility">Volatility at the start over that of training.</param>
/// <param name="VolatilityFloor">Volatility that it fades to.</param>
/// <param name="FadeShare">Share of the scenario in which the excess falls to 1/e.</param>
/// <param name="JumpsPerDay">Expected jumps a day.</param>
/// <param name="Liquidity">Spread and slippage over the usual ones, before volatility widens them further.</param>
/// <param name="TrendFactor">Size of the trends over that in training.</param>
/// <param name="TrendLife">Half-life of the trends over that in training.</param>
internal sealed record RegimeShape(
    double AnnualDrift,
    double Volatility,
    double VolatilityFloor,
    double FadeShare,
    double JumpsPerDay,
    double Liquidity,
    double TrendFactor,
    double TrendLife)
{
    public static RegimeShape Of(Regime regime) => regime switch
    {
        Regime.Baseline => new(0.4, 1, 1, 1, 0.010, 1, 1, 1),
        Regime.Boom => new(0.9, 0.8, 0.8, 1, 0.006, 0.9, 1, 1),
        Regime.Recession => new(-1.3, 1.5, 1.25, 0.5, 0.015, 1.4, 1, 1),
        Regime.Stagflation => new(-1.5, 1.35, 1.35, 1, 0.012, 1.3, 0.8, 0.7),
        Regime.Crisis => new(-2.7, 3, 1.5, 0.3, 0.035, 2.5, 1, 0.8),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
    };
}
