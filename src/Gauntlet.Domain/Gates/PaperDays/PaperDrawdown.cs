using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Largest drawdown of the session.</summary>
internal sealed class PaperDrawdown(double maximumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        var drawdown = evidence.Days.Count > 0 ? evidence.Days[^1].MaxDrawdownFraction : double.NaN;
        return CheckResult.RequireAtMost("max-drawdown", drawdown, maximumFraction, Unit.Fraction, $"the largest drawdown of the session is {drawdown:P2}");
    }
}
