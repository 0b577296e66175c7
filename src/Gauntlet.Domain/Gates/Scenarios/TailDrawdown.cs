using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.Scenarios;

/// <summary>Drawdown that one scenario in twenty exceeds. A quantile, so that no single path has a veto.</summary>
internal sealed class TailDrawdown(double maximumFraction) : IGateCheck<StressEvidence>
{
    internal const double Probability = 0.95;

    public CheckResult Judge(StressEvidence evidence)
    {
        var drawdown = Quantile.Of(evidence.Drawdowns, Probability);
        return CheckResult.RequireAtMost(
            "tail-drawdown", drawdown, maximumFraction, Unit.Fraction, $"one scenario in twenty falls by more than {drawdown:P1}", QuantileInterval.Of(evidence.Drawdowns, Probability));
    }
}
