using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>
/// Keeps runs in PostgreSQL. Because nobody else writes there (the lease sees to it), what was committed is also here in memory:
/// states of open runs, which run is the latest of its id, and histories in use. Only what is old is read back.
/// </summary>
internal sealed class PostgresRunStore : IRunStore
{
    private const int ClosedRuns = 2000;
    private const long HistoryBytes = 32 * 1024 * 1024;

    private readonly StoreWriter _writer;
    private readonly StoreReader _reader;
    private readonly RunCache _states = new(ClosedRuns);
    private readonly HistoryCache _histories = new(HistoryBytes);
    private readonly ConcurrentDictionary<WorkflowKey, string> _current;

    private PostgresRunStore(StoreWriter writer, StoreReader reader, IEnumerable<(WorkflowKey Key, string RunId)> current)
    {
        _writer = writer;
        _reader = reader;
        _current = new(current.Select(static pair => KeyValuePair.Create(pair.Key, pair.RunId)));
    }

    public Task Outage => _writer.Outage;

    public static async Task<PostgresRunStore> OpenAsync(StoreWriter writer, StoreReader reader) => new(writer, reader, await reader.CurrentAsync());

    public ValueTask<RunState?> LoadAsync(RunKey key) => _states.Find(key, out var mark) is { } here ? new(here) : new(ReadAsync(key, mark));

    public ValueTask<string?> CurrentRunIdAsync(WorkflowKey key) => new(_current.GetValueOrDefault(key));

    public async ValueTask<IReadOnlyList<HistoryEvent>> ReadHistoryAsync(RunKey key, long fromEventId, int maximum) =>
        _histories.Find(key, fromEventId, maximum) ?? await _reader.HistoryAsync(key, fromEventId, maximum);

    public async ValueTask CommitAsync(StoreTransaction transaction)
    {
        var before = new RunState?[transaction.Runs.Count];
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = await RequireUnchangedAsync(transaction.Runs[i]);
        }

        var rows = StoreRows.Of(transaction, before);
        await _writer.WriteAsync(rows);

        var sizes = rows.Histories.ToDictionary(static row => row.RunId, static row => row.Events.Length, StringComparer.Ordinal);

        // From the last to the first: a run that follows another is there before the other is seen to have ended.
        for (var i = transaction.Runs.Count - 1; i >= 0; i--)
        {
            var write = transaction.Runs[i];
            var key = write.State.Key;
            if (write.Events.Count > 0)
            {
                _histories.Append(key, write.Events, sizes[key.RunId], write.PreviousTransitions is null);
            }

            _states.Set(write.State);
            if (key.RunId == transaction.CurrentRunId)
            {
                _current[key.Workflow] = key.RunId;
            }
        }
    }

    public ValueTask RemoveFromOutboxAsync(string entryId)
    {
        _writer.Write(new() { OutboxDone = { entryId } });
        return default;
    }

    public async ValueTask<IReadOnlyList<OutboxEntry>> ReadOutboxAsync()
    {
        // Behind all that was taken out.
        await _writer.WriteAsync(new());
        return await _reader.OutboxAsync();
    }

    public async ValueTask<IReadOnlyList<RunState>> ReadOpenRunsAsync()
    {
        var states = await _reader.OpenStatesAsync();
        foreach (var state in states)
        {
            _states.Set(state);
        }

        return states;
    }

    public async ValueTask<IReadOnlyList<VisibilityRecord>> ReadVisibleAsync() => await _reader.VisibleAsync();

    public async ValueTask DeleteAsync(RunKey key)
    {
        await _writer.WriteAsync(new() { Deleted = { key.RunId } });
        _states.Remove(key);
        _histories.Remove(key);
        _current.TryRemove(KeyValuePair.Create(key.Workflow, key.RunId));
    }

    private async Task<RunState?> ReadAsync(RunKey key, long mark)
    {
        var state = await _reader.StateAsync(key);
        if (state is not null)
        {
            _states.Offer(state, mark);
        }

        return state;
    }

    // A new run is not looked for: its row would be refused.
    private async ValueTask<RunState?> RequireUnchangedAsync(RunWrite write)
    {
        var key = write.State.Key;
        var stored = write.PreviousTransitions is null ? _states.Find(key, out _) : await LoadAsync(key);
        return stored?.Transitions == write.PreviousTransitions
            ? stored
            : throw new StoreConflictException(
                $"run {key}: version {write.PreviousTransitions?.ToString() ?? "none"} expected, {stored?.Transitions.ToString() ?? "none"} stored.");
    }
}
