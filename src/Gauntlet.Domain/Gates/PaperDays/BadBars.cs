using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Share of bars that were late, missing, stale, duplicated or from the future: decisions on such bars prove nothing about the strategy.</summary>
internal sealed class BadBars(double maximumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var (days, bars) = (evidence.Days, evidence.Bars);
        var bad = days.Sum(day => day.BadBars);
        var because = $"of {bars} bars {days.Sum(d => d.LateBars)} were late, {days.Sum(d => d.MissingBars)} missing, {days.Sum(d => d.StaleBars)} stale; {days.Sum(d => d.DuplicateBars)} came twice, {days.Sum(d => d.FutureBars)} before their time";
        return CheckResult.RequireAtMost(
            "bad-bars", bars > 0 ? (double)bad / bars : double.NaN, maximumFraction, Unit.Fraction, because, bars > 0 ? Wilson.Interval(Math.Min(bad, bars), bars) : null);
    }
}
