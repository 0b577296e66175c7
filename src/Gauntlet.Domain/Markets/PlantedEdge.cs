namespace Gauntlet.Domain.Markets;

/// <summary>What is truly predictable in a synthetic market, so that verdicts can be judged against it.</summary>
/// <param name="DriftFraction">Standard deviation of the expected log return a bar, while there is one; 0 in pure noise.</param>
/// <param name="DriftHalfLifeBars">Bars in which a drift loses half of itself; 0 in pure noise.</param>
/// <param name="VolatilityFraction">Standard deviation of the unpredictable log return a bar.</param>
/// <param name="OracleSharpe">
/// Annual Sharpe ratio, before costs, of somebody who sees the drift's sign and is out where there is none:
/// √(2/π) × drift / volatility × √(share of time × periods a year). An upper bound for every strategy of constant size; 0 in pure noise.
/// </param>
public sealed record PlantedEdge(double DriftFraction, double DriftHalfLifeBars, double VolatilityFraction, double OracleSharpe)
{
    /// <summary>Share of the bars in which there is a drift. Default 1.</summary>
    public double ShareOfTime { get; init; } = 1;

    /// <summary>Whether there is anything to find.</summary>
    public bool Exists => DriftFraction > 0;
}
