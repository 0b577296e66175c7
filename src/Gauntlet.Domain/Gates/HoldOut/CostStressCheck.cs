using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Annual Sharpe ratio of the hold-out when fee, spread and slippage cost a multiple.</summary>
internal sealed class CostStressCheck(double factor, double minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        var stress = evidence.CostStresses.FirstOrDefault(s => s.Factor == factor);
        return CheckResult.RequireAtLeast(
            "cost-stress",
            stress?.Figures.Sample.SharpePerYear ?? double.NaN,
            minimum,
            Unit.Ratio,
            stress is null ? $"the evidence holds no run at {factor} times the costs" : $"at {factor} times the costs it returned {stress.Figures.ReturnFraction:P1} over the hold-out");
    }
}
