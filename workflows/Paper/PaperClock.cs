using Gauntlet.Contracts.Paper;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Paper;

/// <summary>Maps bar time onto the workflow's clock.</summary>
internal static class PaperClock
{
    /// <summary>When the next bar's close has come, by the workflow's clock.</summary>
    /// <param name="cursor">Where the session stands.</param>
    /// <param name="paceFactor">How many times faster than real time; at least 1.</param>
    public static DateTimeOffset Due(PaperCursor cursor, double paceFactor) => cursor.Start + TimeSpan.FromSeconds(cursor.NextOffsetSeconds / paceFactor);

    /// <summary>Begins, or goes on where the session was left: time that passed in between counts for nothing.</summary>
    public static PaperCursor Begin(PaperCursor cursor, double paceFactor) =>
        cursor with { Start = Workflow.UtcNow - TimeSpan.FromSeconds((cursor.NextOffsetSeconds - cursor.Plan.BarSeconds) / paceFactor) };

    /// <summary>How long a late bar is waited for, by the workflow's clock.</summary>
    public static TimeSpan Patience(PaperCursor cursor, double paceFactor) => TimeSpan.FromSeconds(cursor.Plan.PatienceSeconds / paceFactor);

    /// <summary>Complete days so far.</summary>
    public static int Days(PaperCursor cursor) => cursor.Last?.DaysCompleted ?? 0;

    /// <summary>Where the session stands after a bar.</summary>
    public static PaperCursor Advance(PaperCursor cursor, PaperStepReceipt receipt) => cursor with
    {
        NextBar = receipt.Bar + 1,
        NextOffsetSeconds = receipt.NextOffsetSeconds ?? cursor.NextOffsetSeconds,
        Last = receipt,
    };
}
