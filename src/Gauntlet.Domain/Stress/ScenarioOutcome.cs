namespace Gauntlet.Domain.Stress;

/// <summary>What a candidate did in one scenario.</summary>
/// <param name="Index">Index in the set.</param>
/// <param name="Regime">Regime of the scenario.</param>
/// <param name="ReturnFraction">Return over the measured bars.</param>
/// <param name="BenchmarkFraction">Return of buy-and-hold.</param>
/// <param name="Sharpe">Annual Sharpe ratio; 0 where the candidate stayed flat, for then it earned nothing at no risk.</param>
/// <param name="MaxDrawdownFraction">Largest drawdown, positive.</param>
/// <param name="BenchmarkMaxDrawdownFraction">Largest drawdown of buy-and-hold.</param>
/// <param name="Trades">Closed round trips.</param>
public sealed record ScenarioOutcome(
    int Index,
    Regime Regime,
    double ReturnFraction,
    double BenchmarkFraction,
    double Sharpe,
    double MaxDrawdownFraction,
    double BenchmarkMaxDrawdownFraction,
    int Trades);
