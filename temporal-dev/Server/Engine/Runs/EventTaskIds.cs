namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Numbers of events over all runs, in the order of their writing: what <c>task_id</c> shows.</summary>
internal static class EventTaskIds
{
    // The real server's numbers start at its shard's first range, 2^20.
    private static long _last = 1 << 20;

    /// <summary>The highest one given.</summary>
    public static long Last => Interlocked.Read(ref _last);

    public static long Next() => Interlocked.Increment(ref _last);

    /// <summary>Gives none up to this one any more: a store has them already.</summary>
    public static void StartAfter(long last)
    {
        for (var seen = Last; seen < last; seen = Last)
        {
            Interlocked.CompareExchange(ref _last, last, seen);
        }
    }
}
