using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Drawdown at a quantile of the scenarios. Below 1 no single path has a veto.</summary>
internal sealed class TailDrawdown(double probability, double maximumFraction) : IGateCheck<StressEvidence>
{
    public CheckResult Judge(StressEvidence evidence)
    {
        var drawdown = Quantile.Of(evidence.Drawdowns, probability);
        return CheckResult.RequireAtMost(
            "tail-drawdown", drawdown, maximumFraction, Unit.Fraction, $"{Words(probability)} falls by {drawdown:P1} or more", QuantileInterval.Of(evidence.Drawdowns, probability));
    }

    internal static string Words(double probability) => probability < 1 ? $"one scenario in {1 / (1 - probability):0.#}" : "the worst scenario";
}
