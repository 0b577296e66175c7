using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Bars between training and hold-out, so that nothing that holds across the boundary leaks.</summary>
internal sealed class EmbargoCheck(int minimumBars) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "hold-out-embargo",
        evidence.EmbargoBars,
        minimumBars,
        Unit.Count,
        $"{evidence.EmbargoBars} bars lie between the {evidence.Training.Bars} bars of training and the {evidence.HoldOut.Bars} of the hold-out");
}
