using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Enough time in the market to judge by.</summary>
internal sealed class ExposureCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "exposure", evidence.Candidate.ExposureFraction, minimumFraction, Unit.Fraction, $"it held a position at {evidence.Candidate.ExposureFraction:P1} of the closes");
}
