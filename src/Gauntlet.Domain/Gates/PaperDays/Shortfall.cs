using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>How far the session stays behind buy-and-hold: a bound against accidents.</summary>
internal sealed class Shortfall(double maximumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtMost(
        "shortfall",
        evidence.Days.Count > 0 ? Math.Max(0, evidence.BenchmarkFraction - evidence.ReturnFraction) : double.NaN,
        maximumFraction,
        Unit.Fraction,
        $"{evidence.ReturnFraction:P2} on paper; {evidence.Benchmarks}");
}
