using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>All queues, made when first named. Polls and their memory go by the wall clock, whatever the workflows' clock does.</summary>
internal sealed class TaskQueues(TimeProvider wallClock)
{
    private readonly ConcurrentDictionary<QueueKey, VersionedQueue> _queues = new();
    private volatile bool _hasVersions;

    /// <summary>True once a worker of any version has polled any queue: before, nothing needs to be looked up.</summary>
    public bool HasVersions => _hasVersions;

    public void Add(QueueKey key, MatchTask task) => Queue(key).Add(task);

    /// <summary>Gives back a task that its poller could not take.</summary>
    /// <param name="version">Version of the poller; null for none.</param>
    public void Return(QueueKey key, WorkerVersion? version, MatchTask task) => Queue(key).Of(version).Return(task);

    public void Remove(QueueKey key, MatchTask task) => Queue(key).Remove(task);

    /// <summary>Waits for a task; null when the token is cancelled.</summary>
    /// <param name="version">Version of the worker's that decides on its tasks; null for none.</param>
    public Task<MatchTask?> PollAsync(QueueKey key, WorkerVersion? version, PollerSeen poller, CancellationToken cancellation) =>
        Queue(key).Of(version).PollAsync(poller, cancellation);

    /// <summary>Sets how many tasks a second may leave a queue; null for as many as workers ask for.</summary>
    public void Limit(QueueKey key, float? perSecond) => Queue(key).Limit(perSecond);

    /// <summary>Changes which version of its workers gets a queue's tasks; null where none has polled.</summary>
    public void Route(QueueKey key, QueueRouting? routing)
    {
        _hasVersions = true;
        Queue(key).Route(routing);
    }

    /// <summary>The version of its workers that a run's tasks on a queue go to; null for workers without one.</summary>
    public WorkerVersion? Target(QueueKey key, VersionDirective? directive, string workflowId) =>
        _hasVersions && Routing(key) is { } routing ? routing.Target(directive, workflowId) : QueueRouting.TargetWithout(directive);

    /// <summary>Which version of its workers gets a queue's tasks; null where none has polled.</summary>
    public QueueRouting? Routing(QueueKey key) => _queues.GetValueOrDefault(key)?.Routing;

    /// <summary>Whether workers of a version poll a queue.</summary>
    public bool Knows(QueueKey key, WorkerVersion version) => Routing(key)?.Versions.Contains(version) == true;

    public bool HasPoller(QueueKey key, TimeSpan within) => _queues.TryGetValue(key, out var queue) && queue.Unversioned.HasPoller(within);

    public void Unload(QueueKey key)
    {
        if (_queues.TryGetValue(key, out var queue))
        {
            queue.Unversioned.Unload();
        }
    }

    /// <summary>All versions together. A queue that nobody named yet reports as empty.</summary>
    public TaskQueueReport Report(QueueKey key) => _queues.TryGetValue(key, out var queue) ? queue.Report() : TaskQueueReport.Empty;

    /// <summary>The same for workers of one version; null for those without one.</summary>
    public TaskQueueReport Report(QueueKey key, WorkerVersion? version) =>
        _queues.TryGetValue(key, out var queue) ? queue.Report(version) : TaskQueueReport.Empty;

    /// <summary>Every queue that was ever named.</summary>
    public IEnumerable<(QueueKey Key, TaskQueueReport Report)> All => _queues.Select(static queue => (queue.Key, queue.Value.Report()));

    private VersionedQueue Queue(QueueKey key) => _queues.GetOrAdd(key, _ => new(wallClock));
}
