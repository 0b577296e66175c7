using System.Collections.Concurrent;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>All queues, made when first named. Polls and their memory go by the wall clock, whatever the workflows' clock does.</summary>
internal sealed class TaskQueues(TimeProvider wallClock)
{
    /// <summary>How long a poller is remembered in descriptions.</summary>
    public static readonly TimeSpan PollerMemory = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<QueueKey, TaskQueue> _queues = new();

    public void Add(QueueKey key, MatchTask task) => Queue(key).Add(task);

    public void Return(QueueKey key, MatchTask task) => Queue(key).Return(task);

    public void Remove(QueueKey key, MatchTask task) => Queue(key).Remove(task);

    /// <summary>Waits for a task; null when the token is cancelled.</summary>
    public Task<MatchTask?> PollAsync(QueueKey key, string identity, CancellationToken cancellation) =>
        Queue(key).PollAsync(new(identity, wallClock.GetUtcNow()), cancellation);

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
        _queues.TryGetValue(key, out var queue) ? queue.Report() : new([], 0, TimeSpan.Zero, 0, 0);

    private TaskQueue Queue(QueueKey key) => _queues.GetOrAdd(key, _ => new(wallClock));
}
