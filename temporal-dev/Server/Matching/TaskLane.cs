namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Waiting tasks of one priority, shared out between fairness keys by stride scheduling.</summary>
/// <remarks>
/// Each key has a pass, which grows by one over its weight with every task taken; the key with the lowest pass is next. A key that
/// was idle joins at the pass of the last task taken, so that it cannot save up turns.
/// </remarks>
internal sealed class TaskLane(TimeProvider clock)
{
    private readonly Dictionary<string, KeyQueue> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<KeyQueue> _ready = new(KeyQueue.ByPass);
    private double _pass;
    private long _order;

    /// <summary>Tasks that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Tasks that came, a second.</summary>
    public TaskRate Added { get; } = new(clock);

    /// <summary>Tasks handed out, a second.</summary>
    public TaskRate Dispatched { get; } = new(clock);

    /// <summary>When the oldest waiting task came; null where none waits.</summary>
    public DateTimeOffset? Oldest => _ready.Count == 0 ? null : _ready.Min(static key => key.Tasks.First!.Value.Added);

    /// <summary>Puts a task behind those of its key, or, given back, before them.</summary>
    public void Put(WaitingTask task, bool first)
    {
        var (_, name, weight) = task.Task.Rank;
        if (!_keys.TryGetValue(name, out var key)) _keys.Add(name, key = new(++_order, _pass));
        key.Weight = weight > 0 ? weight : 1;
        if (key.Tasks.Count == 0)
        {
            key.Pass = Math.Max(key.Pass, _pass);
            _ready.Add(key);
        }

        if (first) key.Tasks.AddFirst(task);
        else key.Tasks.AddLast(task);
        Count++;
    }

    /// <summary>Takes the next task; null where none waits.</summary>
    public WaitingTask? Take()
    {
        if (_ready.Min is not { } key) return null;
        _ready.Remove(key);
        var task = key.Tasks.First!.Value;
        key.Tasks.RemoveFirst();
        Count--;
        _pass = key.Pass;
        key.Pass += 1 / key.Weight;
        if (key.Tasks.Count > 0) _ready.Add(key);
        else if (_ready.Count == 0) _keys.Clear();
        return task;
    }

    /// <summary>Takes out one task, wherever it is.</summary>
    public void Remove(MatchTask task)
    {
        if (!_keys.TryGetValue(task.Rank.FairnessKey, out var key)) return;
        for (var node = key.Tasks.First; node is not null; node = node.Next)
        {
            if (!Equals(node.Value.Task, task)) continue;
            key.Tasks.Remove(node);
            Count--;
            if (key.Tasks.Count == 0) _ready.Remove(key);
            return;
        }
    }

    private sealed class KeyQueue(long order, double pass)
    {
        public static IComparer<KeyQueue> ByPass { get; } = Comparer<KeyQueue>.Create(static (x, y) =>
        {
            var byPass = x.Pass.CompareTo(y.Pass);
            return byPass != 0 ? byPass : x.Order.CompareTo(y.Order);
        });

        public LinkedList<WaitingTask> Tasks { get; } = new();

        public double Weight { get; set; } = 1;

        // A key's place in the sorted set: changed only while it is out of the set.
        public double Pass { get; set; } = pass;

        public long Order => order;
    }
}

/// <summary>A task and when it came.</summary>
internal readonly record struct WaitingTask(MatchTask Task, DateTimeOffset Added);
