using Gauntlet.Contracts.Reports;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>What the search cost: the candidate's deflated Sharpe ratio had it been the best of more or fewer trials.</summary>
public static class DeflationCurve
{
    private const int Largest = 1_000_000;

    /// <summary>Points at 2, 3, 5, 10, 20, 30, 50, … up to a million trials, and at the actual number.</summary>
    /// <param name="evidence">Evidence of Gate 1.</param>
    /// <returns>Ascending; empty where returns do not vary.</returns>
    public static IReadOnlyList<DeflationPoint> Of(BacktestEvidence evidence)
    {
        if (evidence.Record.SharpePerPeriod is not { } sharpe) return [];
        var counts = new SortedSet<int> { Math.Max(2, evidence.Trials.CentralCount) };
        for (var decade = 1; decade <= Largest; decade *= 10)
        {
            foreach (var step in (int[])[2, 3, 5, 10]) counts.Add(Math.Min(Largest, decade * step));
        }

        return [.. counts.Select(count => new DeflationPoint(count, DeflatedSharpeRatio.Of(sharpe, evidence.Record.ToMoments(), count, Variance(evidence)).Probability))];
    }

    /// <summary>Variance of the trials' Sharpe ratios under the null hypothesis: what they scatter, but at most what sampling error explains.</summary>
    internal static double Variance(BacktestEvidence evidence) => Math.Min(evidence.Trials.SharpeVariance, 1.0 / (evidence.Record.Periods - 1));
}
