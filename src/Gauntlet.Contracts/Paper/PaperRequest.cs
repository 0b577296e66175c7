namespace Gauntlet.Contracts.Paper;

/// <summary>Input of the workflow <c>Paper</c>; a continued run carries where it stands.</summary>
public sealed record PaperRequest
{
    /// <summary>The candidate.</summary>
    public required CandidateKey Candidate { get; init; }

    /// <summary>Strategy, for the search attributes.</summary>
    public required string Strategy { get; init; }

    /// <summary>How many times faster than real time; at least 1.</summary>
    public required double PaceFactor { get; init; }

    /// <summary>Id of the <c>Arena</c> that it trades in; null for a session on its own.</summary>
    public string? Arena { get; init; }

    /// <summary>Where the run before this one stopped; null on the first run.</summary>
    public PaperCursor? Cursor { get; init; }
}

/// <summary>Where paper trading stands between two runs of its workflow.</summary>
/// <param name="Start">When the session began, UTC, by the workflow's clock.</param>
/// <param name="NextBar">Index of the next bar of the session.</param>
/// <param name="NextOffsetSeconds">Bar time from the session's start to that bar's close.</param>
/// <param name="Plan">The session.</param>
/// <param name="Last">The last completed step; null before the first.</param>
/// <param name="Latch">The emergency latch.</param>
/// <param name="Paused">Why new work waits; null when not paused.</param>
/// <param name="ClearedDays">Complete days after which the arena has let the session go on; −1 before its first bar.</param>
public sealed record PaperCursor(
    DateTimeOffset Start, int NextBar, double NextOffsetSeconds, PaperPlan Plan, PaperStepReceipt? Last, Safety.LatchState Latch, string? Paused, int ClearedDays = -1);
