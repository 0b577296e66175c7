using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Share of bars that were late, missing or stale: decisions on such bars prove nothing about the strategy.</summary>
internal sealed class BadBars(double maximumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var (late, missing, stale) = (evidence.Days.Sum(d => d.LateBars), evidence.Days.Sum(d => d.MissingBars), evidence.Days.Sum(d => d.StaleBars));
        var bars = evidence.Bars;
        return CheckResult.RequireAtMost(
            "bad-bars",
            bars > 0 ? (double)(late + missing + stale) / bars : double.NaN,
            maximumFraction,
            Unit.Fraction,
            $"of {bars} bars {late} were late, {missing} missing, {stale} stale",
            bars > 0 ? Wilson.Interval(late + missing + stale, bars) : null);
    }
}
