namespace Gauntlet.Temporal.Server.Engine;

/// <summary>Limits of the real server's default configuration.</summary>
internal static class EngineLimits
{
    public const int IdLength = 1000;
    public const int BlobBytes = 2 * 1024 * 1024;
    public const int MemoBytes = 2 * 1024 * 1024;
    public const int PendingActivities = 2000;
    public const int PendingChildren = 2000;
    public const int PendingSignals = 2000;
    public const int PendingCancels = 2000;
    public const int UpdatesInFlight = 10;
    public const int UpdatesTotal = 2000;
    public const int SignalsTotal = 10_000;
    public const int BufferedEvents = 100;
    public const int BufferedBytes = 2 * 1024 * 1024;
    public const int SuggestEvents = 4096;
    public const int SuggestBytes = 4 * 1024 * 1024;
    public const int HistoryEvents = 51_200;
    public const int HistoryBytes = 50 * 1024 * 1024;

    /// <summary>Updates from which a run is told to continue as new.</summary>
    public const int SuggestUpdates = UpdatesTotal * 9 / 10;

    public static readonly TimeSpan WorkflowTaskTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LongestWorkflowTaskTimeout = TimeSpan.FromSeconds(120);

    /// <summary>How long a worker may prolong one workflow task without completing it.</summary>
    public static readonly TimeSpan WorkflowTaskHeartbeats = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan SpeculativeScheduleToStart = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan StickyPollerMemory = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan TaskPoll = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan ContinueAsNewInterval = TimeSpan.FromSeconds(1);
}
