using System.Diagnostics.CodeAnalysis;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Tasks without a poller and pollers without a task; both only where a rate limit says so. Tasks go by rank, then by age; pollers by age.</summary>
internal sealed class TaskQueue(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, TaskLane> _lanes = [];
    private readonly LinkedList<TaskCompletionSource<MatchTask?>> _waiting = new();
    private readonly PollerMemory _pollers = new(clock);
    private readonly DispatchLimit _limit = new(clock);
    private ITimer? _refill;
    private int _backlog;

    /// <summary>Gives a task to the poller that waits longest, or keeps it.</summary>
    public void Add(MatchTask task)
    {
        lock (_lock)
        {
            var lane = Lane(task.Rank.Priority);
            lane.Added.Add();
            if (_backlog == 0 && _limit.IsOff && TryHandOver(task))
            {
                lane.Dispatched.Add();
                return;
            }

            Keep(new(task, clock.GetUtcNow()), first: false);
        }
    }

    /// <summary>Gives back a task that its poller could not take; it comes first again.</summary>
    public void Return(MatchTask task)
    {
        lock (_lock)
        {
            Lane(task.Rank.Priority).Dispatched.Add(-1);
            Keep(new(task, clock.GetUtcNow()), first: true);
        }
    }

    /// <summary>Waits for a task; null when the token is cancelled or the queue unloaded.</summary>
    public async Task<MatchTask?> PollAsync(PollerSeen poller, CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource<MatchTask?>> node;
        lock (_lock)
        {
            _pollers.Saw(poller);
            if (poller.IsLimited) _limit.OfWorker = poller.RatePerSecond;
            if (_waiting.Count == 0 && TryTake(out var ready)) return ready;
            node = _waiting.AddLast(new TaskCompletionSource<MatchTask?>(TaskCreationOptions.RunContinuationsAsynchronously));
            Match();
        }

        await using (cancellation.UnsafeRegister(_ => GiveUp(node), null)) return await node.Value.Task;
    }

    /// <summary>Sets how many tasks a second may go out; null for as many as workers ask for.</summary>
    public void Limit(float? perSecond)
    {
        lock (_lock)
        {
            _limit.OfApi = perSecond;
            Match();
        }
    }

    /// <summary>Whether a poller waits, or was seen within the span.</summary>
    public bool HasPoller(TimeSpan within)
    {
        lock (_lock) return _waiting.Count > 0 || _pollers.SeenWithin(within);
    }

    /// <summary>Forgets pollers and sends those who wait away empty: their worker is gone.</summary>
    public void Unload()
    {
        lock (_lock)
        {
            _pollers.Clear();
            foreach (var waiting in _waiting) waiting.TrySetResult(null);
            _waiting.Clear();
        }
    }

    /// <summary>Takes a task out wherever it is.</summary>
    public void Remove(MatchTask task)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(task.Rank.Priority, out var lane)) return;
            _backlog -= lane.Count;
            lane.Remove(task);
            _backlog += lane.Count;
        }
    }

    /// <summary>Takes in a task that waited elsewhere.</summary>
    public void Put(WaitingTask task)
    {
        lock (_lock) Keep(task, first: false);
    }

    /// <summary>Takes out all that wait, to be put elsewhere.</summary>
    public IReadOnlyList<WaitingTask> TakeAll()
    {
        lock (_lock)
        {
            var taken = new List<WaitingTask>(_backlog);
            foreach (var lane in _lanes.Values)
            {
                while (lane.Take() is { } waiting) taken.Add(waiting);
            }

            _backlog = 0;
            return taken;
        }
    }

    public TaskQueueReport Report()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            return new(
                _pollers.Remembered,
                _lanes.ToDictionary(static lane => lane.Key, lane => new BacklogReport(
                    lane.Value.Count,
                    lane.Value.Oldest is { } added ? now - added : TimeSpan.Zero,
                    lane.Value.Added.PerSecond,
                    lane.Value.Dispatched.PerSecond)),
                _limit.Effective);
        }
    }

    private TaskLane Lane(int priority)
    {
        if (!_lanes.TryGetValue(priority, out var lane)) _lanes.Add(priority, lane = new(clock));
        return lane;
    }

    private void Keep(WaitingTask task, bool first)
    {
        Lane(task.Task.Rank.Priority).Put(task, first);
        _backlog++;
        Match();
    }

    // Brings waiting tasks and waiting pollers together, as far as the limit lets it.
    private void Match()
    {
        while (_waiting.Count > 0 && TryTake(out var task))
        {
            if (!TryHandOver(task)) Keep(new(task, clock.GetUtcNow()), first: true);
        }
    }

    private bool TryHandOver(MatchTask task)
    {
        while (_waiting.First is { } node)
        {
            _waiting.RemoveFirst();
            if (node.Value.TrySetResult(task)) return true;
        }

        return false;
    }

    private bool TryTake([NotNullWhen(true)] out MatchTask? task)
    {
        task = null;
        if (_backlog == 0) return false;
        if (!_limit.TryTake(out var wait))
        {
            ComeBack(wait);
            return false;
        }

        var lane = _lanes.Values.First(static lane => lane.Count > 0);
        task = lane.Take()!.Value.Task;
        lane.Dispatched.Add();
        _backlog--;
        return true;
    }

    // The next token is that far away; null for never.
    private void ComeBack(TimeSpan? wait)
    {
        if (wait is not { } span) return;
        _refill ??= clock.CreateTimer(
            _ =>
            {
                lock (_lock) Match();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _refill.Change(span + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<MatchTask?>> node)
    {
        lock (_lock)
        {
            if (node.List is not null) _waiting.Remove(node);
            node.Value.TrySetResult(null);
        }
    }
}
