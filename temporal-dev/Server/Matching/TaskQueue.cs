namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Tasks without a poller and pollers without a task; never both. Tasks go by priority, then by age; pollers by age.</summary>
internal sealed class TaskQueue(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, LinkedList<MatchTask>> _backlog = [];
    private readonly LinkedList<TaskCompletionSource<MatchTask?>> _waiting = new();
    private readonly Dictionary<string, PollerSeen> _pollers = new(StringComparer.Ordinal);
    private readonly TaskRate _added = new(clock);
    private readonly TaskRate _dispatched = new(clock);

    /// <summary>Gives a task to the poller that waits longest, or keeps it.</summary>
    public void Add(MatchTask task)
    {
        lock (_lock)
        {
            _added.Add();
            Place(task with { Added = clock.GetUtcNow() }, first: false);
        }
    }

    /// <summary>Gives back a task that its poller could not take; it comes first again.</summary>
    public void Return(MatchTask task)
    {
        lock (_lock)
        {
            _dispatched.Add(-1);
            Place(task, first: true);
        }
    }

    /// <summary>Waits for a task; null when the token is cancelled or the queue unloaded.</summary>
    public async Task<MatchTask?> PollAsync(PollerSeen poller, CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource<MatchTask?>> node;
        lock (_lock)
        {
            _pollers[poller.Identity] = poller;
            if (TakeFirst() is { } ready)
            {
                return ready;
            }

            node = _waiting.AddLast(new TaskCompletionSource<MatchTask?>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using (cancellation.UnsafeRegister(_ => GiveUp(node), null))
        {
            return await node.Value.Task;
        }
    }

    /// <summary>Whether a poller waits, or was seen within the span.</summary>
    public bool HasPoller(TimeSpan within)
    {
        lock (_lock)
        {
            return _waiting.Count > 0 || _pollers.Values.Any(poller => clock.GetUtcNow() - poller.LastAccess < within);
        }
    }

    /// <summary>Forgets pollers and sends those who wait away empty: their worker is gone.</summary>
    public void Unload()
    {
        lock (_lock)
        {
            _pollers.Clear();
            foreach (var waiting in _waiting)
            {
                waiting.TrySetResult(null);
            }

            _waiting.Clear();
        }
    }

    /// <summary>Takes a task out wherever it is.</summary>
    public void Remove(MatchTask task)
    {
        lock (_lock)
        {
            foreach (var list in _backlog.Values)
            {
                for (var node = list.First; node is not null; node = node.Next)
                {
                    if (Equals(node.Value with { Added = default }, task with { Added = default }))
                    {
                        list.Remove(node);
                        return;
                    }
                }
            }
        }
    }

    public TaskQueueReport Report()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var oldest = _backlog.Values.SelectMany(list => list).Select(task => (DateTimeOffset?)task.Added).Min();
            return new(
                [.. _pollers.Values.Where(poller => now - poller.LastAccess < TaskQueues.PollerMemory).OrderByDescending(poller => poller.LastAccess)],
                _backlog.Values.Sum(list => list.Count),
                oldest is { } added ? now - added : TimeSpan.Zero,
                _added.PerSecond,
                _dispatched.PerSecond);
        }
    }

    private void Place(MatchTask task, bool first)
    {
        while (_waiting.First is { } node)
        {
            _waiting.RemoveFirst();
            if (node.Value.TrySetResult(task))
            {
                _dispatched.Add();
                return;
            }
        }

        if (!_backlog.TryGetValue(task.Priority, out var list))
        {
            _backlog.Add(task.Priority, list = new());
        }

        if (first)
        {
            list.AddFirst(task);
        }
        else
        {
            list.AddLast(task);
        }
    }

    private MatchTask? TakeFirst()
    {
        foreach (var list in _backlog.Values)
        {
            if (list.First is { } node)
            {
                list.RemoveFirst();
                _dispatched.Add();
                return node.Value;
            }
        }

        return null;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<MatchTask?>> node)
    {
        lock (_lock)
        {
            if (node.List is not null)
            {
                _waiting.Remove(node);
            }

            node.Value.TrySetResult(null);
        }
    }
}
