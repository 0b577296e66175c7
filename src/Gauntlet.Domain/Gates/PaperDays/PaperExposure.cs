using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Largest position as a share of equity.</summary>
internal sealed class PaperExposure(double maximumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var peak = evidence.Days.Select(day => day.PeakExposureFraction).DefaultIfEmpty(double.NaN).Max();
        return CheckResult.RequireAtMost("peak-exposure", peak, maximumFraction, Unit.Fraction, $"the largest position is {peak:P1} of equity");
    }
}
