using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store;

/// <summary>Keeps everything in memory, for as long as the process lives.</summary>
internal sealed class MemoryRunStore : IRunStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunKey, Row> _runs = [];
    private readonly Dictionary<WorkflowKey, string> _current = [];
    private readonly OrderedDictionary<string, OutboxEntry> _outbox = [];

    public Task Outage { get; } = new TaskCompletionSource().Task;

    public ValueTask<RunState?> LoadAsync(RunKey key)
    {
        lock (_lock)
        {
            return new(_runs.GetValueOrDefault(key)?.State);
        }
    }

    public ValueTask<string?> CurrentRunIdAsync(WorkflowKey key)
    {
        lock (_lock)
        {
            return new(_current.GetValueOrDefault(key));
        }
    }

    public ValueTask<IReadOnlyList<HistoryEvent>> ReadHistoryAsync(RunKey key, long fromEventId, int maximum)
    {
        lock (_lock)
        {
            if (!_runs.TryGetValue(key, out var row))
            {
                return new([]);
            }

            var from = (int)Math.Clamp(fromEventId - 1, 0, row.Events.Count);
            return new(row.Events.GetRange(from, Math.Min(maximum, row.Events.Count - from)));
        }
    }

    public ValueTask CommitAsync(StoreTransaction transaction)
    {
        lock (_lock)
        {
            foreach (var write in transaction.Runs)
            {
                RequireUnchanged(write);
            }

            foreach (var write in transaction.Runs)
            {
                Apply(write);
            }

            if (transaction.CurrentRunId is { } current)
            {
                _current[transaction.Runs[0].State.Key.Workflow] = current;
            }

            foreach (var entry in transaction.Outbox)
            {
                _outbox.Add(entry.Id, entry);
            }
        }

        return default;
    }

    public ValueTask RemoveFromOutboxAsync(string entryId)
    {
        lock (_lock)
        {
            _outbox.Remove(entryId);
        }

        return default;
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> ReadOutboxAsync()
    {
        lock (_lock)
        {
            return new([.. _outbox.Values]);
        }
    }

    public ValueTask<IReadOnlyList<RunState>> ReadOpenRunsAsync()
    {
        lock (_lock)
        {
            return new([.. _runs.Values.Select(row => row.State).Where(state => state.IsRunning)]);
        }
    }

    public ValueTask<IReadOnlyList<VisibilityRecord>> ReadVisibleAsync()
    {
        lock (_lock)
        {
            return new([.. _runs.Values.Select(row => row.Visible).OfType<VisibilityRecord>()]);
        }
    }

    public ValueTask DeleteAsync(RunKey key)
    {
        lock (_lock)
        {
            _runs.Remove(key);
            if (_current.TryGetValue(key.Workflow, out var current) && current == key.RunId)
            {
                _current.Remove(key.Workflow);
            }
        }

        return default;
    }

    private void RequireUnchanged(RunWrite write)
    {
        var stored = _runs.GetValueOrDefault(write.State.Key)?.State.Transitions;
        if (stored != write.PreviousTransitions)
        {
            throw new StoreConflictException(
                $"run {write.State.Key}: version {write.PreviousTransitions?.ToString() ?? "none"} expected, {stored?.ToString() ?? "none"} stored.");
        }
    }

    private void Apply(RunWrite write)
    {
        if (!_runs.TryGetValue(write.State.Key, out var row))
        {
            _runs.Add(write.State.Key, row = new(write.State));
        }

        row.State = write.State;
        row.Visible = write.Visible ?? row.Visible;
        row.Events.AddRange(write.Events);
    }

    private sealed class Row(RunState state)
    {
        public RunState State { get; set; } = state;

        public VisibilityRecord? Visible { get; set; }

        public List<HistoryEvent> Events { get; } = [];
    }
}
