using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Visibility;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>
/// The one way to change a run: under the lock of its workflow id, on a copy, committed whole or not at all. What others see of
/// it (pollers, callers, lists, timers) follows after the commit.
/// </summary>
internal sealed class WorkflowRuns(
    IRunStore store, TimeProvider clock, Func<string, IDisposable> hold, IVisibility visibility, LiveRuns live, RunTimers timers, OutboxQueue outbox)
{
    private readonly WorkflowLocks _locks = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Makes a change and answers what it answers. An exception gives everything up.</summary>
    public async Task<T> ChangeAsync<T>(WorkflowKey key, Func<WorkflowScope, ValueTask<T>> body)
    {
        T result;
        WorkflowScope scope;
        using (await _locks.AcquireAsync(key))
        {
            scope = new(key, store, live, clock.GetUtcNow());
            result = await body(scope);
            await CommitAsync(scope);
        }

        foreach (var effect in scope.Changes.SelectMany(change => change.Effects))
        {
            effect();
        }

        return scope.Refusal is null ? result : throw scope.Refusal;
    }

    public Task ChangeAsync(WorkflowKey key, Func<WorkflowScope, ValueTask> body) =>
        ChangeAsync(key, async scope =>
        {
            await body(scope);
            return true;
        });

    /// <summary>State of a run as last committed, or of the latest for an empty run id; null when there is none.</summary>
    public async ValueTask<RunState?> ReadAsync(WorkflowKey key, string runId)
    {
        if (runId.Length == 0)
        {
            runId = await store.CurrentRunIdAsync(key) ?? string.Empty;
        }

        return await store.LoadAsync(new(key.Namespace, key.WorkflowId, runId));
    }

    public LiveRun Live(RunKey key) => live.Get(key);

    private async ValueTask CommitAsync(WorkflowScope scope)
    {
        var changes = scope.Changes.ToList();
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var change in changes)
        {
            BufferLimit.Enforce(change);
            HistoryLimit.Enforce(change);
            change.Seal();
        }

        var entries = changes.SelectMany(change => change.Outbox).Select(task => new OutboxEntry(Guid.NewGuid().ToString(), task)).ToList();
        var writes = changes.ConvertAll(change => new RunWrite(change.State, change.Written, change.Before?.Transitions));
        await store.CommitAsync(new(writes, entries, scope.NewCurrentRunId));

        // New holds come before old ones go, or the clock could jump in between.
        outbox.Add(entries);
        foreach (var change in changes)
        {
            Publish(change);
        }
    }

    private void Publish(RunChange change)
    {
        var state = change.State;
        change.Live.SyncHolds(state, hold);
        timers.Set(state.Key, RunDeadlines.Next(state)?.Due);
        if (RunRecords.IsVisibleChange(change.Before, state))
        {
            visibility.Upsert(RunRecords.Of(state));
        }

        change.Live.SignalChange();
        if (!state.IsRunning)
        {
            live.Forget(state.Key);
        }
    }
}
