using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>All that Gate 2 judges by.</summary>
/// <param name="SetHash">Hash of the scenario set.</param>
/// <param name="Counts">Scenarios of each regime that the set holds.</param>
/// <param name="Outcomes">Outcomes by index, one for each scenario.</param>
public sealed record StressEvidence(string SetHash, RegimeCounts Counts, IReadOnlyList<ScenarioOutcome> Outcomes)
{
    internal double[] Returns => [.. Outcomes.Select(o => o.ReturnFraction)];

    internal double[] Sharpes => [.. Outcomes.Select(o => o.Sharpe)];

    internal double[] Drawdowns => [.. Outcomes.Select(o => o.MaxDrawdownFraction)];

    internal double[] BenchmarkDrawdowns => [.. Outcomes.Select(o => o.BenchmarkMaxDrawdownFraction)];
}
