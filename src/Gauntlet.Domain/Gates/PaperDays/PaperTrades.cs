using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Closed round trips of the session.</summary>
internal sealed class PaperTrades(int minimum) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtLeast(
        "minimum-trades", evidence.Session?.Trades ?? double.NaN, minimum, Unit.Count, evidence.Session is { } session ? $"it closed {session.Trades} round trips" : "the evidence holds no round trips");
}
