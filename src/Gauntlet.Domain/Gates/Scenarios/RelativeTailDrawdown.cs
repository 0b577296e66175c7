using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>That drawdown over the one of buy-and-hold on the same scenarios: harsh sets are harsh for everybody.</summary>
internal sealed class RelativeTailDrawdown(double probability, double maximumRatio) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var own = Quantile.Of(evidence.Drawdowns, probability);
        var benchmark = Quantile.Of(evidence.BenchmarkDrawdowns, probability);
        return CheckResult.RequireAtMost(
            "tail-drawdown-to-benchmark", own / benchmark, maximumRatio, Unit.Ratio, $"{TailDrawdown.Words(probability)} falls by {own:P1} or more, of buy-and-hold by {benchmark:P1}");
    }
}
