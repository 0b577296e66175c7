using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>That drawdown over the one of buy-and-hold on the same scenarios: harsh sets are harsh for everybody.</summary>
internal sealed class RelativeTailDrawdown(double maximumRatio) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var own = Quantile.Of(evidence.Drawdowns, TailDrawdown.Probability);
        var benchmark = Quantile.Of(evidence.BenchmarkDrawdowns, TailDrawdown.Probability);
        return CheckResult.RequireAtMost(
            "tail-drawdown-to-benchmark", own / benchmark, maximumRatio, Unit.Ratio, $"one scenario in twenty falls by more than {own:P1}, buy-and-hold by {benchmark:P1}");
    }
}
