using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Matching;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Attempts that wait for a worker's answer, until it comes or their time is over.</summary>
internal sealed class NexusCalls(TaskQueues queues, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, (NexusCall Call, ITimer Timer)> _calls = new(StringComparer.Ordinal);

    /// <summary>Puts an attempt before workers.</summary>
    /// <param name="call">The attempt.</param>
    /// <param name="expired">Called when its time is over and nobody has answered.</param>
    public void Add(NexusCall call, Action<NexusCall> expired)
    {
        var wait = call.Due - clock.GetUtcNow();
        var timer = clock.CreateTimer(_ => expired(call), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _calls[call.Stamp] = (call, timer);
        queues.Add(call.Queue, Task(call));
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>An attempt that waits; null for one that is over.</summary>
    public NexusCall? Find(string stamp) => _calls.TryGetValue(stamp, out var entry) ? entry.Call : null;

    /// <summary>Forgets an attempt; false if somebody else has.</summary>
    public bool Remove(NexusCall call)
    {
        if (!_calls.TryRemove(call.Stamp, out var entry)) return false;
        entry.Timer.Dispose();
        queues.Remove(call.Queue, Task(call));
        return true;
    }

    public void Dispose()
    {
        foreach (var (_, timer) in _calls.Values) timer.Dispose();
    }

    private static NexusMatchTask Task(NexusCall call) => new(call.Stamp, TaskRank.Default);
}
