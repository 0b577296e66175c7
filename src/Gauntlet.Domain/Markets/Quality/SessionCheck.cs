using Gauntlet.Domain.Markets.Sessions;

namespace Gauntlet.Domain.Markets.Quality;

/// <summary>Compares bars with a market's calendar: sessions without a bar, sessions with too few, and bars while the market is closed.</summary>
internal static class SessionCheck
{
    private const double RefusedShare = 0.05;

    public static void Run(BarSeries bars, IReadOnlyList<int> lines, MarketSchedule schedule, List<QualityFinding> findings)
    {
        if (bars.Interval > TimeSpan.FromDays(1)) return;
        var inDay = new SortedDictionary<DateOnly, (int Bars, int First)>();
        for (var i = 0; i < bars.Count; i++)
        {
            if (schedule.DayOf(bars.Times[i]) is { } day) inDay[day] = inDay.TryGetValue(day, out var known) ? (known.Bars + 1, known.First) : (1, i);
            else findings.Add(Outside(bars, lines[i], i, schedule));
        }

        if (inDay.Count == 0) return;
        var usual = inDay.Values.GroupBy(day => day.Bars).MaxBy(group => group.Count())!.Key;
        var (first, last) = (inDay.Keys.First(), inDay.Keys.Last());
        int sessions = 0, missing = 0;
        foreach (var session in schedule.Sessions(first, last))
        {
            sessions++;
            if (!inDay.TryGetValue(session.Date, out var day))
            {
                missing++;
                findings.Add(NoSession(session, schedule));
            }
            else if (session.Date != first && session.Date != last && day.Bars + 1 < Expected(session, usual))
            {
                findings.Add(Few(bars, lines[day.First], day.First, day.Bars, Expected(session, usual)));
            }
        }

        if (missing > RefusedShare * sessions) findings.Add(Gapped(missing, sessions));
    }

    private static int Expected(MarketSession session, int usual) => session.IsShort ? (usual + 1) / 2 : usual;

    private static QualityFinding Outside(BarSeries bars, int line, int index, MarketSchedule schedule) => new(
        Severity.Warning, "outside-session", line, bars.Times[index], "timestamp", $"{bars.Times[index]:yyyy-MM-ddTHH:mm:ssZ}", $"there is a bar while the market is closed by the calendar {schedule.Name}", "Remove it, or name the calendar that fits.");

    private static QualityFinding NoSession(MarketSession session, MarketSchedule schedule) => new(
        Severity.Warning, "no-session", null, session.Open, "timestamp", $"{session.Date:yyyy-MM-dd}", $"there is no bar on {session.Date:yyyy-MM-dd}, a session by the calendar {schedule.Name}", "Fill it in from the source where it has it; nothing is made up for it here.");

    private static QualityFinding Few(BarSeries bars, int line, int index, int count, int expected) => new(
        Severity.Warning, "gap", line, bars.Times[index], "timestamp", $"{count} bars", $"the session that begins here has {count} bars instead of {expected}", "Fill them in from the source where it has them; nothing is made up for them here.");

    private static QualityFinding Gapped(int missing, int sessions) => new(
        Severity.Error, "gapped", null, null, "timestamp", $"{missing} sessions", $"{missing} of {sessions} sessions have no bar", $"Fill them in; up to {RefusedShare:P0} may be missing.");
}
