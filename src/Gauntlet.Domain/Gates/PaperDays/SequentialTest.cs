using Gauntlet.Contracts.Verdicts;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Whether the session's bars speak against the edge of the hold-out: the likelihood of "no edge" over that of "the edge of the hold-out".</summary>
/// <remarks>
/// Wald's sequential probability ratio test (1945) of a normal mean in units of its deviation: with s the hold-out's Sharpe ratio a bar
/// and x that of n bars on paper, ln ratio = n·s²/2 − n·s·x. It may be looked at after every bar: a true edge reaches a ratio of k with
/// probability 1/k at most. Bars that do not vary say nothing: a ratio of 1.
/// </remarks>
internal sealed class SequentialTest(double maximumRatio) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        const string name = "sequential-test";
        if (evidence.Session is not { } session) return CheckResult.RequireAtMost(name, double.NaN, maximumRatio, Unit.Ratio, "the evidence holds no returns of the session's bars");
        if (evidence.HoldOut.SharpePerPeriod is not { } edge || edge <= 0) return CheckResult.RequireAtMost(name, double.NaN, maximumRatio, Unit.Ratio, "the hold-out shows no edge to test for");
        var ratio = Ratio(edge, session.Sample.Periods, session.Sample.SharpePerPeriod ?? (edge / 2));
        return CheckResult.RequireAtMost(name, ratio, maximumRatio, Unit.Ratio, $"the bars are {ratio:0.##} times as likely without an edge as with that of the hold-out; {Reading(ratio)}");
    }

    private static double Ratio(double edge, int bars, double shown) => Math.Exp(Math.Clamp(bars * edge * ((edge / 2) - shown), -700, 700));

    private string Reading(double ratio) => ratio >= maximumRatio ? "the edge is gone" : ratio <= 1 / maximumRatio ? "the edge is confirmed" : "undecided, as expected of so few bars";
}
