using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Share of bars with a position: a strategy that stays flat keeps every limit and shows nothing.</summary>
internal sealed class Exercised(double minimumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var (held, bars) = (evidence.Days.Sum(day => day.BarsInMarket), evidence.Bars);
        return CheckResult.RequireAtLeast(
            "exercised", bars > 0 ? (double)held / bars : double.NaN, minimumFraction, Unit.Fraction, $"it held a position at {held} of {bars} closes");
    }
}
