using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Whether the candidate stayed in the arena to the end.</summary>
internal sealed class Unpruned : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtMost(
        "left-arena", evidence.PrunedBecause is null ? 0 : 1, 0, Unit.Count, evidence.PrunedBecause ?? "it stayed to the last bar");
}
