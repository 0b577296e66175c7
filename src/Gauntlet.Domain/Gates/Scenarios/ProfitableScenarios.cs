using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Share of scenarios that end with a profit, with a Wilson interval.</summary>
internal sealed class ProfitableScenarios(double minimumFraction) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var (wins, count) = (evidence.Outcomes.Count(o => o.ReturnFraction > 0), evidence.Outcomes.Count);
        return CheckResult.RequireAtLeast(
            "profitable-scenarios", (double)wins / count, minimumFraction, Unit.Fraction, $"{wins} of {count} scenarios end with a profit", Wilson.Interval(wins, count));
    }
}
