using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Updates;
using Gauntlet.Temporal.Server.Time;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>Those who wait for something of a run, and the holds that it has on the clock. Lives in memory only.</summary>
internal sealed class LiveRun
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IDisposable> _holds = [];
    private TaskCompletionSource? _changed;

    public UpdateWaiters Updates { get; } = new();

    public BufferedQueries Queries { get; } = new();

    /// <summary>Completes at the next commit. Take it before reading the state that is waited on.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    public void SignalChange()
    {
        TaskCompletionSource? before;
        lock (_lock)
        {
            (before, _changed) = (_changed, null);
        }

        before?.TrySetResult();
    }

    /// <summary>Holds the clock for what the state asks for, and lets go of the rest.</summary>
    public void SyncHolds(RunState state, ClockHolds hold)
    {
        if (!hold.Matter)
        {
            return;
        }

        lock (_lock)
        {
            var wanted = RunHolds.Of(state).ToHashSet(StringComparer.Ordinal);
            foreach (var name in wanted)
            {
                if (!_holds.ContainsKey(name))
                {
                    _holds.Add(name, hold.Take(name));
                }
            }

            foreach (var name in _holds.Keys.Where(name => !wanted.Contains(name)).ToList())
            {
                _holds.Remove(name, out var held);
                held!.Dispose();
            }
        }
    }

    /// <summary>Lets go of the clock, and of those who wait.</summary>
    public void Release()
    {
        lock (_lock)
        {
            foreach (var held in _holds.Values)
            {
                held.Dispose();
            }

            _holds.Clear();
        }

        Queries.Release();
        SignalChange();
    }
}
