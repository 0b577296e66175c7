using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Median of the scenarios' annual Sharpe ratios.</summary>
internal sealed class MedianSharpe(double minimum) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var median = Quantile.Median(evidence.Sharpes);
        return CheckResult.RequireAtLeast(
            "median-sharpe-ratio", median, minimum, Unit.Ratio, $"half of the scenarios show an annual Sharpe ratio of {median:F2} or more", QuantileInterval.Of(evidence.Sharpes, 0.5));
    }
}
