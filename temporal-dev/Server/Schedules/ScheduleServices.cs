using System.Collections.Concurrent;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>What schedules share: clock, runs, the index that shows them, and who waits for the end of which run.</summary>
internal sealed class ScheduleServices
{
    private const string Kind = "schedule";

    private readonly ConcurrentDictionary<(string Namespace, string RunId), ScheduleRunner> _waiting = new();
    private readonly VisibilityIndex _index;
    private readonly IRecordStore _records;

    public ScheduleServices(VirtualClock clock, IScheduledRuns runs, VisibilityIndex index, IRecordStore records, ILogger log)
    {
        _records = records;
        Clock = clock;
        Runs = runs;
        Log = log;
        _index = index;
        index.Watch(Seen);
    }

    public VirtualClock Clock { get; }

    public IScheduledRuns Runs { get; }

    public ILogger Log { get; }

    /// <summary>Tells a schedule when a run closes.</summary>
    public void Follow(string @namespace, string runId, ScheduleRunner runner) => _waiting[(@namespace, runId)] = runner;

    /// <summary>No longer waits for a run.</summary>
    public void Forget(string @namespace, string runId) => _waiting.TryRemove((@namespace, runId), out _);

    /// <summary>True if the run is known to have closed.</summary>
    public bool IsClosed(string @namespace, string runId) => _index.Find(@namespace, runId) is { CloseTime: not null };

    /// <summary>True if nothing is known of the run.</summary>
    public bool IsUnknown(string @namespace, string runId) => _index.Find(@namespace, runId) is null;

    /// <summary>Schedules that a store has.</summary>
    public async Task<IReadOnlyList<ScheduleState>> ReadAsync() =>
        [.. (await _records.ReadAsync(Kind)).Select(static record => StoreJson.Read<ScheduleSnapshot>(record.Data).ToState())];

    /// <summary>Keeps a schedule as it is.</summary>
    public ValueTask SaveAsync(ScheduleState state) => _records.SaveAsync(new(Kind, state.Namespace, state.Id, StoreJson.Write(ScheduleSnapshot.Of(state))));

    /// <summary>Keeps a schedule no longer.</summary>
    public ValueTask RemoveAsync(ScheduleState state) => _records.RemoveAsync(Kind, state.Namespace, state.Id);

    /// <summary>Shows a schedule in the index.</summary>
    public void Publish(ScheduleState state) => _index.Upsert(ScheduleRecord.Of(state));

    /// <summary>Takes a schedule out of the index.</summary>
    public void Withdraw(ScheduleState state) => _index.Delete(state.Namespace, ScheduleRecord.WorkflowId(state.Id), state.RunId);

    private void Seen(VisibilityRecord record)
    {
        if (record.CloseTime is not null && _waiting.TryRemove((record.Namespace, record.RunId), out var runner)) runner.Closed(record.RunId);
    }
}
