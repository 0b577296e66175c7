using Gauntlet.Contracts.Verdicts;
using Gauntlet.Domain.Statistics;

namespace Gauntlet.Domain.Gates.PaperDays;

/// <summary>Share of the closed round trips that made a profit.</summary>
internal sealed class PaperWinRate(double minimumFraction) : IGateCheck<PaperEvidence>
{
    public CheckResult Judge(PaperEvidence evidence)
    {
        if (evidence.Session is not { Trades: > 0 } session) return CheckResult.RequireAtLeast("win-rate", double.NaN, minimumFraction, Unit.Fraction, "no round trip was closed");
        return CheckResult.RequireAtLeast(
            "win-rate",
            (double)session.WinningTrades / session.Trades,
            minimumFraction,
            Unit.Fraction,
            $"{session.WinningTrades} of {session.Trades} closed round trips made a profit",
            Wilson.Interval(session.WinningTrades, session.Trades));
    }
}
