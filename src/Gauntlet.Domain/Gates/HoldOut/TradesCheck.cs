using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Enough closed round trips to judge by.</summary>
internal sealed class TradesCheck(int minimum) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence) => CheckResult.RequireAtLeast(
        "minimum-trades", evidence.Candidate.Trades, minimum, Unit.Count, $"it closed {evidence.Candidate.Trades} round trips on the hold-out");
}
