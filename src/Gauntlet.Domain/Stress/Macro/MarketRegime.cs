namespace Gauntlet.Domain.Stress.Macro;

/// <summary>How a regime reaches a market: when the level shift arrives, how volatility rises and fades, how often it jumps, what trading costs. Times are in days of a 250-day year.</summary>
/// <param name="RiskPremium">Rise of the equity premium, a year.</param>
/// <param name="Volatility">Volatility at the start over the usual one.</param>
/// <param name="VolatilityFloor">Volatility that it fades to.</param>
/// <param name="FadeDays">Days in which the excess falls to 1/e.</param>
/// <param name="DriftDays">Days in which all but 1/e of the level shift arrives.</param>
/// <param name="Recovery">Share of the shift that comes back after <see cref="RecoveryStart"/> days.</param>
/// <param name="JumpRate">Expected jumps a day.</param>
/// <param name="Liquidity">Spread over the usual one, before volatility widens it further.</param>
public sealed record MarketRegime(
    double RiskPremium, double Volatility, double VolatilityFloor, double FadeDays, double DriftDays, double Recovery, double JumpRate, double Liquidity)
{
    /// <summary>Day from which on a recovery sets in.</summary>
    public const double RecoveryStart = 100;

    /// <summary>Variance that jumps add in usual times, over the rest: one day in a hundred, of two deviations about a mean of two down, E[J²] = 8.</summary>
    internal const double JumpShare = 0.08;

    private const double RecoveryDays = 80;

    /// <summary>The regime's numbers.</summary>
    public static MarketRegime Of(Regime regime) => regime switch
    {
        Regime.Baseline => new(0, 1, 1, 60, 120, 0, 0.010, 1),
        Regime.Boom => new(-0.003, 0.8, 0.8, 60, 120, 0, 0.006, 0.9),
        Regime.Recession => new(0.006, 1.5, 1.25, 120, 90, 0.15, 0.015, 1.4),
        Regime.Stagflation => new(0.005, 1.35, 1.35, 200, 120, 0, 0.012, 1.3),
        Regime.Crisis => new(0.020, 3, 1.5, 70, 35, 0.35, 0.035, 2.5),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
    };

    /// <summary>f(t): share of the level shift that has arrived by a day.</summary>
    /// <param name="day">Days since the shock, not negative.</param>
    public double Arrived(double day) =>
        1 - Math.Exp(-day / DriftDays) - (day > RecoveryStart ? Recovery * (1 - Math.Exp(-(day - RecoveryStart) / RecoveryDays)) : 0);

    /// <summary>m(t): volatility over the usual one on a day.</summary>
    /// <param name="day">Days since the shock, not negative.</param>
    public double VolatilityAt(double day) => VolatilityFloor + ((Volatility - VolatilityFloor) * Math.Exp(-day / FadeDays));
}
