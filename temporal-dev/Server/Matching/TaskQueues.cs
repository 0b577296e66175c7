using System.Collections.Concurrent;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>All queues, made when first named. Polls and their memory go by the wall clock, whatever the workflows' clock does.</summary>
internal sealed class TaskQueues(TimeProvider wallClock)
{
    private readonly ConcurrentDictionary<QueueKey, TaskQueue> _queues = new();

    public void Add(QueueKey key, MatchTask task) => Queue(key).Add(task);

    public void Return(QueueKey key, MatchTask task) => Queue(key).Return(task);

    public void Remove(QueueKey key, MatchTask task) => Queue(key).Remove(task);

    /// <summary>Waits for a task; null when the token is cancelled.</summary>
    /// <param name="rate">Tasks a second that the worker asks for at most.</param>
    public Task<MatchTask?> PollAsync(QueueKey key, string identity, CancellationToken cancellation, float rate = PollerSeen.Unlimited) =>
        Queue(key).PollAsync(new(identity, wallClock.GetUtcNow(), rate), cancellation);

    /// <summary>Sets how many tasks a second may leave a queue; null for as many as workers ask for.</summary>
    public void Limit(QueueKey key, float? perSecond) => Queue(key).Limit(perSecond);

    public bool HasPoller(QueueKey key, TimeSpan within) => _queues.TryGetValue(key, out var queue) && queue.HasPoller(within);

    public void Unload(QueueKey key)
    {
        if (_queues.TryGetValue(key, out var queue))
        {
            queue.Unload();
        }
    }

    /// <summary>A queue that nobody named yet reports as empty.</summary>
    public TaskQueueReport Report(QueueKey key) =>
        _queues.TryGetValue(key, out var queue) ? queue.Report() : new([], new Dictionary<int, BacklogReport>(), null);

    /// <summary>Every queue that was ever named.</summary>
    public IEnumerable<(QueueKey Key, TaskQueueReport Report)> All => _queues.Select(static queue => (queue.Key, queue.Value.Report()));

    private TaskQueue Queue(QueueKey key) => _queues.GetOrAdd(key, _ => new(wallClock));
}
