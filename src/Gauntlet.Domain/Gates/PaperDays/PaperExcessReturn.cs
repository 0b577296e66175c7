using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Return of the session beyond buy-and-hold of the same bars.</summary>
internal sealed class PaperExcessReturn(double minimumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence) => CheckResult.RequireAtLeast(
        "excess-return",
        evidence.Days.Count > 0 ? evidence.ReturnFraction - evidence.BenchmarkFraction : double.NaN,
        minimumFraction,
        Unit.Fraction,
        $"{evidence.ReturnFraction:P2} on paper; {evidence.Benchmarks}");
}
