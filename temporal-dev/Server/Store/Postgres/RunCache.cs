using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>States as committed: of all open runs, and of the closed ones that were used last.</summary>
internal sealed class RunCache(int closedRuns)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunKey, RunState> _open = [];
    private readonly Dictionary<RunKey, LinkedListNode<RunState>> _closed = [];
    private readonly LinkedList<RunState> _lastUsed = new();
    private long _changes;

    /// <summary>The state of a run if it is here, and a mark to hand to <see cref="Offer"/>.</summary>
    public RunState? Find(RunKey key, out long mark)
    {
        lock (_lock)
        {
            mark = _changes;
            if (_open.TryGetValue(key, out var open)) return open;
            if (!_closed.TryGetValue(key, out var node)) return null;
            _lastUsed.Remove(node);
            _lastUsed.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Takes a state that was read, unless something was committed since the mark: it may be stale by now.</summary>
    public void Offer(RunState state, long mark)
    {
        lock (_lock)
        {
            if (mark == _changes) Put(state);
        }
    }

    /// <summary>Takes a state that was committed.</summary>
    public void Set(RunState state)
    {
        lock (_lock)
        {
            _changes++;
            Put(state);
        }
    }

    public void Remove(RunKey key)
    {
        lock (_lock)
        {
            _changes++;
            _open.Remove(key);
            if (_closed.Remove(key, out var node)) _lastUsed.Remove(node);
        }
    }

    private void Put(RunState state)
    {
        if (state.IsRunning)
        {
            _open[state.Key] = state;
            return;
        }

        _open.Remove(state.Key);
        if (_closed.Remove(state.Key, out var before)) _lastUsed.Remove(before);
        _closed.Add(state.Key, _lastUsed.AddFirst(state));
        if (_closed.Count <= closedRuns) return;
        _closed.Remove(_lastUsed.Last!.Value.Key);
        _lastUsed.RemoveLast();
    }
}
