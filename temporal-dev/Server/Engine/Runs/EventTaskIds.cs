namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Numbers of events over all runs, in the order of their writing: what <c>task_id</c> shows.</summary>
internal static class EventTaskIds
{
    // The real server's numbers start at its shard's first range, 2^20.
    private static long _last = 1 << 20;

    public static long Next() => Interlocked.Increment(ref _last);
}
