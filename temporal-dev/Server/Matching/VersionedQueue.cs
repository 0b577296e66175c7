using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>A task queue as workers and runs name it: one for workers without a version, and one more for each version.</summary>
/// <remarks>
/// Most have no versions: for those a task and a poll go straight to <see cref="Unversioned"/>. Where routing changes while a task is
/// added, either the change finds the task where it was put, or whoever added it sees the change: so none stays where nobody looks.
/// </remarks>
internal sealed class VersionedQueue(TimeProvider wallClock)
{
    private readonly Lock _gate = new();
    private ConcurrentDictionary<WorkerVersion, TaskQueue>? _versions;
    private volatile QueueRouting? _routing;
    private float? _limit;

    /// <summary>For workers without a version.</summary>
    public TaskQueue Unversioned { get; } = new(wallClock);

    /// <summary>Which version gets tasks; null where no version has polled.</summary>
    public QueueRouting? Routing => _routing;

    /// <summary>Puts a task before the workers that it is for.</summary>
    public void Add(MatchTask task)
    {
        var routing = _routing;
        if (routing is null && task.Directive is null) Unversioned.Add(task);
        else Of(Target(routing, task)).Add(task);
        if (_routing != routing) Sort();
    }

    /// <summary>The queue of a version; null for workers without one.</summary>
    public TaskQueue Of(WorkerVersion? version) => version is null ? Unversioned : Versions().GetOrAdd(version, Make);

    /// <summary>Changes which version gets tasks; those that wait go there.</summary>
    public void Route(QueueRouting? routing)
    {
        _routing = routing;
        Sort();
    }

    /// <summary>Takes a task out wherever it is.</summary>
    public void Remove(MatchTask task)
    {
        foreach (var queue in All) queue.Remove(task);
    }

    /// <summary>Sets how many tasks a second may go out to the workers of each version.</summary>
    public void Limit(float? perSecond)
    {
        _limit = perSecond;
        foreach (var queue in All) queue.Limit(perSecond);
    }

    /// <summary>What it looks like, all versions together.</summary>
    public TaskQueueReport Report() => _versions is null ? Unversioned.Report() : TaskQueueReport.Together([.. All.Select(static queue => queue.Report())]);

    /// <summary>What it looks like to workers of a version; null for those without one.</summary>
    public TaskQueueReport Report(WorkerVersion? version) => Find(version, out var queue) ? queue.Report() : TaskQueueReport.Empty;

    private IEnumerable<TaskQueue> All => _versions is { } versions ? versions.Values.Prepend(Unversioned) : [Unversioned];

    private static WorkerVersion? Target(QueueRouting? routing, MatchTask task) =>
        routing is null ? QueueRouting.TargetWithout(task.Directive) : routing.Target(task.Directive, task.SpreadBy);

    private bool Find(WorkerVersion? version, [NotNullWhen(true)] out TaskQueue? queue)
    {
        queue = version is null ? Unversioned : null;
        return queue is not null || _versions?.TryGetValue(version!, out queue) == true;
    }

    private ConcurrentDictionary<WorkerVersion, TaskQueue> Versions()
    {
        if (_versions is { } versions) return versions;
        lock (_gate) return _versions ??= new();
    }

    private TaskQueue Make(WorkerVersion version)
    {
        var queue = new TaskQueue(wallClock);
        queue.Limit(_limit);
        return queue;
    }

    // One at a time, so that tasks of one queue keep their order.
    private void Sort()
    {
        lock (_gate)
        {
            QueueRouting? routing;
            do
            {
                routing = _routing;
                foreach (var waiting in All.SelectMany(static queue => queue.TakeAll()).ToList()) Of(Target(routing, waiting.Task)).Put(waiting);
            }
            while (_routing != routing);
        }
    }
}
