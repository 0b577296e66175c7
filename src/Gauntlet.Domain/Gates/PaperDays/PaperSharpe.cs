using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Annual Sharpe ratio of the session's bars.</summary>
internal sealed class PaperSharpe(double minimum) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtLeast(
        "sharpe-ratio",
        evidence.Session?.Sample.SharpePerYear ?? double.NaN,
        minimum,
        Unit.Ratio,
        evidence.Session?.Sample.SharpePerYear is { } sharpe ? $"the annual Sharpe ratio of {evidence.Session.Sample.Periods} bars is {sharpe:F2}" : "returns that do not vary have no Sharpe ratio");
}
