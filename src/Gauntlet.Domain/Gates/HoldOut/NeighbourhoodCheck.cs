using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>Share of neighbours that keep at least half of the candidate's Sharpe ratio: an edge is a plateau, luck is a peak.</summary>
internal sealed class NeighbourhoodCheck(double minimumFraction) : IGateCheck<BacktestEvidence>
{
    private const double Kept = 0.5;

    public CheckResult Judge(BacktestEvidence evidence)
    {
        const string name = "parameter-neighbourhood";
        if (evidence.Record.SharpePerYear is not { } own)
        {
            return CheckResult.RequireAtLeast(name, double.NaN, minimumFraction, Unit.Fraction, "returns that do not vary have no Sharpe ratio to keep");
        }

        if (evidence.Neighbours.Count == 0)
        {
            return CheckResult.RequireAtLeast(name, double.NaN, minimumFraction, Unit.Fraction, "the evidence holds no neighbours of the candidate");
        }

        var keep = evidence.Neighbours.Count(neighbour => neighbour.SharpePerYear >= Kept * own);
        var count = evidence.Neighbours.Count;
        var worst = evidence.Neighbours.MinBy(neighbour => neighbour.SharpePerYear ?? double.NegativeInfinity)!;
        return CheckResult.RequireAtLeast(
            name,
            (double)keep / count,
            minimumFraction,
            Unit.Fraction,
            $"{keep} of {count} neighbours keep half of its annual Sharpe ratio of {own:F2}; the worst, {worst.Parameter} = {worst.Parameters[worst.Parameter]}, shows {worst.SharpePerYear:F2}",
            Wilson.Interval(keep, count));
    }
}
