using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Largest gap at the end of a day between the equity on paper and that of the re-simulation: whether what was tested is what trades.</summary>
internal sealed class Fidelity(double maximumBasisPoints) : IGateCheck<PaperEvidence>
{
    private const double BasisPointsOfOne = 10_000;

    public CheckResult Judge(PaperEvidence evidence)
    {
        if (evidence.Days.Count == 0 || evidence.Days.Count != evidence.ResimulatedEquity.Count)
        {
            return CheckResult.RequireAtMost("fidelity", double.NaN, maximumBasisPoints, Unit.BasisPoints, $"{evidence.ResimulatedEquity.Count} re-simulated days stand against {evidence.Days.Count}");
        }

        var gaps = evidence.Days.Select((day, i) => Math.Abs((day.Equity / evidence.ResimulatedEquity[i]) - 1) * BasisPointsOfOne).ToList();
        var worst = gaps.IndexOf(gaps.Max());
        return CheckResult.RequireAtMost(
            "fidelity", gaps[worst], maximumBasisPoints, Unit.BasisPoints, $"paper and re-simulation differ by at most {gaps[worst]:0.####} basis points, on day {evidence.Days[worst].Day}");
    }
}
