using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Share of scenarios that end in a catastrophe.</summary>
internal sealed class CatastrophicScenarios(double returnFraction, double maximumFraction) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var (hits, count) = (evidence.Outcomes.Count(o => o.ReturnFraction < returnFraction), evidence.Outcomes.Count);
        return CheckResult.RequireAtMost(
            "catastrophic-scenarios", (double)hits / count, maximumFraction, Unit.Fraction, $"{hits} of {count} scenarios end below {returnFraction:P0}", Wilson.Interval(hits, count));
    }
}
