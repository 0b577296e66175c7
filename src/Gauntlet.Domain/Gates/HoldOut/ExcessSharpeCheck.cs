using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Annual Sharpe ratio in excess of buy-and-hold over the same bars: more reward for the risk taken than doing nothing.</summary>
internal sealed class ExcessSharpeCheck(double minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        var own = evidence.Candidate.Sample.SharpePerYear;
        var benchmark = evidence.Benchmark.Sample.SharpePerYear ?? 0;
        return CheckResult.RequireAtLeast(
            "excess-sharpe-ratio",
            own - benchmark ?? double.NaN,
            minimum,
            Unit.Ratio,
            own is null ? "returns that do not vary have no Sharpe ratio" : $"annual Sharpe ratio {own:F2} against {benchmark:F2} of buy-and-hold");
    }
}
