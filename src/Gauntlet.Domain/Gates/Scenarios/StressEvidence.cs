using Gauntlet.Domain.Stress;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>All that Gate 2 judges by.</summary>
/// <param name="Set">The scenario set.</param>
/// <param name="Outcomes">Outcomes by index, one for each scenario.</param>
public sealed record StressEvidence(ScenarioSet Set, IReadOnlyList<ScenarioOutcome> Outcomes)
{
    /// <summary>Scenarios of each regime that the set holds.</summary>
    public RegimeCounts Counts => Set.Counts;

    internal double[] Returns => [.. Outcomes.Select(o => o.ReturnFraction)];

    internal double[] Sharpes => [.. Outcomes.Select(o => o.Sharpe)];

    internal double[] Drawdowns => [.. Outcomes.Select(o => o.MaxDrawdownFraction)];

    internal double[] BenchmarkDrawdowns => [.. Outcomes.Select(o => o.BenchmarkMaxDrawdownFraction)];
}
