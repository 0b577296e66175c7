using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Equity that varies: flat equity has no risk, no skill and no Sharpe ratio.</summary>
internal sealed class VolatilityCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "volatility", evidence.Candidate.AnnualVolatilityFraction, minimumFraction, Unit.Fraction, $"its equity varies by {evidence.Candidate.AnnualVolatilityFraction:P2} a year");
}
