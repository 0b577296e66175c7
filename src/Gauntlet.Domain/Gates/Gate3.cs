using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Gates.PaperDays;
using Gauntlet.Domain.Gates.Policies;

namespace Gauntlet.Domain.Gates;

/// <summary>Gate 3: complete days of paper trading.</summary>
public static class Gate3
{
    /// <summary>Judges and grades a paper session.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="evidence">The session's completed days and their re-simulation.</param>
    /// <returns>A verdict with every check, a grade, and what so few days cannot prove.</returns>
    public static GateVerdict Judge(GatePolicy policy, PaperEvidence evidence)
    {
        var limits = policy.Gate3;
        if (!limits.Enabled) return Judgement.Skipped(Gate.Gate3, policy);

        IEnumerable<IGateCheck<PaperEvidence>?> checks =
        [
            new Unpruned(),
            new CompleteDays(limits.MinimumDays, limits.Feed.MinimumDayCoverageFraction),
            new Fidelity(limits.MaximumDivergenceBasisPoints),
            new Exercised(limits.MinimumExposureFraction),
            new PaperDrawdown(limits.MaximumDrawdownFraction),
            new PaperExposure(limits.MaximumExposureFraction),
            new PaperTurnover(limits.MaximumTurnoverPerDay),
            new BadBars(limits.MaximumBadBarFraction),
            new Shortfall(limits.MaximumShortfallFraction),
            limits.MaximumEvidenceAgainstEdge is { } evidenceAgainst ? new SequentialTest(evidenceAgainst) : null,
            limits.MinimumTrades is { } trades ? new PaperTrades(trades) : null,
            limits.MinimumWinRateFraction is { } winRate ? new PaperWinRate(winRate) : null,
            limits.MinimumSharpe is { } sharpe ? new PaperSharpe(sharpe) : null,
            limits.MinimumReturnFraction is { } total ? new PaperReturn(total) : null,
            limits.MinimumExcessReturnFraction is { } excess ? new PaperExcessReturn(excess) : null,
        ];
        var results = checks.OfType<IGateCheck<PaperEvidence>>().Select(check => check.Judge(evidence)).ToList();
        return Judgement.Of(Gate.Gate3, policy, results) with { Grade = $"{GradeTable.Of(limits, results)}", Caveat = Caveat.Of(evidence) };
    }
}
