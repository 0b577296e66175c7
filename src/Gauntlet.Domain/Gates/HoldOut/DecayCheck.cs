using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.HoldOut;

/// <summary>How far the hold-out stays behind the folds of training, in standard errors of the difference: an edge that has died shows here even where luck hides it.</summary>
/// <remarks>
/// Both Sharpe ratios are means over one standard deviation, so their difference has a standard error of √(1/n + 1/m) for short periods
/// (Lo 2002). The folds' ratio is what the record's leaves when the hold-out's is taken out. The folds chose the candidate, which alone
/// lifts them a little.
/// </remarks>
internal sealed class DecayCheck(double maximumDeviations) : IGateCheck<BacktestEvidence>
{
    public CheckResult Judge(BacktestEvidence evidence)
    {
        const string name = "edge-decay";
        var (record, held) = (evidence.Record, evidence.Candidate.Sample);
        var folds = record.Periods - held.Periods;
        if (record.SharpePerPeriod is not { } whole || held.SharpePerPeriod is not { } late || folds < 1)
        {
            return CheckResult.RequireAtMost(name, double.NaN, maximumDeviations, Unit.Ratio, "returns that do not vary have no Sharpe ratio to compare");
        }

        var early = ((whole * record.Periods) - (late * held.Periods)) / folds;
        var scale = Math.Sqrt(record.PeriodsPerYear);
        return CheckResult.RequireAtMost(
            name,
            (early - late) / Math.Sqrt((1.0 / folds) + (1.0 / held.Periods)),
            maximumDeviations,
            Unit.Ratio,
            $"the annual Sharpe ratio is {early * scale:F2} over the folds and {late * scale:F2} over the hold-out");
    }
}
