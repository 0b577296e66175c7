using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;
using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Share of scenarios with a profit in the regime where it is lowest: an edge of one kind of times is none.</summary>
internal sealed class ProfitableRegimes(double minimumFraction) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var shares = Enum.GetValues<Regime>()
            .Where(regime => evidence.Counts.Of(regime) > 0)
            .Select(regime => (regime, Wins: evidence.Outcomes.Count(o => o.Regime == regime && o.ReturnFraction > 0), Count: evidence.Counts.Of(regime)))
            .ToList();
        var (worst, wins, count) = shares.MinBy(share => (double)share.Wins / share.Count);
        return CheckResult.RequireAtLeast(
            "profitable-regimes",
            (double)wins / count,
            minimumFraction,
            Unit.Fraction,
            $"weakest regime is {worst} with {wins} of {count}; all: {string.Join(", ", shares.Select(s => $"{s.regime} {s.Wins}/{s.Count}"))}",
            Wilson.Interval(wins, count));
    }
}
