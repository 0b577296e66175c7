using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Annual Sharpe ratio when fee, spread and slippage cost a multiple: the lower one of the hold-out and of the whole record of folds and hold-out.</summary>
internal sealed class CostStressCheck(double factor, double minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        const string name = "cost-stress";
        if (evidence.CostStresses.FirstOrDefault(s => s.Factor == factor) is not { } stress)
        {
            return CheckResult.RequireAtLeast(name, double.NaN, minimum, Unit.Ratio, $"the evidence holds no run at {factor} times the costs");
        }

        var held = stress.Figures.Sample.SharpePerYear ?? double.NaN;
        var whole = stress.Record is { } record ? record.SharpePerYear ?? double.NaN : held;
        return CheckResult.RequireAtLeast(
            name,
            Math.Min(held, whole),
            minimum,
            Unit.Ratio,
            $"at {factor} times the costs the annual Sharpe ratio is {held:F2} on the hold-out, with a return of {stress.Figures.ReturnFraction:P1}, and {whole:F2} on the whole record");
    }
}
