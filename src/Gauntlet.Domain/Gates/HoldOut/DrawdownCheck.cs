using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Largest drawdown of the hold-out.</summary>
internal sealed class DrawdownCheck(double maximumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtMost(
        "max-drawdown",
        evidence.Candidate.MaxDrawdownFraction,
        maximumFraction,
        Unit.Fraction,
        $"the largest drawdown is {evidence.Candidate.MaxDrawdownFraction:P1}, that of buy-and-hold {evidence.Benchmark.MaxDrawdownFraction:P1}");
}
