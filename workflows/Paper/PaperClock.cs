using Gauntlet.Contracts.Paper;

namespace Gauntlet.Workflows.Paper;

/// <summary>Maps bar time onto the workflow's clock.</summary>
internal static class PaperClock
{
    /// <summary>When the next bar's close has come, by the workflow's clock.</summary>
    /// <param name="cursor">Where the session stands.</param>
    /// <param name="paceFactor">How many times faster than real time; at least 1.</param>
    public static DateTimeOffset Due(PaperCursor cursor, double paceFactor) => cursor.Start + TimeSpan.FromSeconds(cursor.NextOffsetSeconds / paceFactor);

    /// <summary>Where the session stands after a bar.</summary>
    public static PaperCursor Advance(PaperCursor cursor, PaperStepReceipt receipt) => cursor with
    {
        NextBar = receipt.Bar + 1,
        NextOffsetSeconds = receipt.NextOffsetSeconds ?? cursor.NextOffsetSeconds,
        Last = receipt,
    };
}
