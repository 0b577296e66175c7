using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>
/// The one way to change a run: under the lock of its workflow id, on a copy, committed whole or not at all. What others see of
/// it (pollers, callers, lists, timers) follows after the commit.
/// </summary>
internal sealed class WorkflowRuns(
    IRunStore store, TimeProvider clock, ClockHolds hold, IVisibility visibility, LiveRuns live, RunTimers timers, OutboxQueue outbox)
{
    private readonly WorkflowLocks _locks = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Makes a change and answers what it answers. An exception gives everything up.</summary>
    /// <remarks>
    /// While the store cannot be reached the caller is told so at once. A change that was under way then goes on without it, keeps
    /// its lock, and is found done or undone by whoever comes next: the caller asks again with the same request id.
    /// </remarks>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">UNAVAILABLE: the store cannot be reached.</exception>
    public Task<T> ChangeAsync<T>(WorkflowKey key, Func<WorkflowScope, ValueTask<T>> body)
    {
        var outage = store.Outage;
        if (outage.IsCompleted)
        {
            throw Refusals.StoreUnavailable();
        }

        var change = ChangePatientlyAsync(key, body);
        return change.IsCompleted ? change : UnlessOutAsync(change, outage);
    }

    public Task ChangeAsync(WorkflowKey key, Func<WorkflowScope, ValueTask> body) =>
        ChangeAsync(key, async scope =>
        {
            await body(scope);
            return true;
        });

    /// <summary>The same for one who can wait for as long as the store cannot be reached, and must not miss the answer.</summary>
    public async Task<T> ChangePatientlyAsync<T>(WorkflowKey key, Func<WorkflowScope, ValueTask<T>> body)
    {
        T result;
        WorkflowScope scope;
        using (await _locks.AcquireAsync(key))
        {
            scope = new(key, store, live, clock.GetUtcNow());
            result = await body(scope);
            await CommitAsync(scope);
        }

        foreach (var change in scope.Changes)
        {
            foreach (var effect in change.Effects)
            {
                effect();
            }
        }

        return scope.Refusal is null ? result : throw scope.Refusal;
    }

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

    /// <summary>Forgets a run and all that is kept of it, open or closed; an unknown one is no error.</summary>
    public async Task RemoveAsync(RunKey key)
    {
        using (await _locks.AcquireAsync(key.Workflow))
        {
            await store.DeleteAsync(key);
            timers.Set(key, null);
            visibility.Delete(key.Namespace, key.WorkflowId, key.RunId);
            live.Get(key).Release();
            live.Forget(key);
        }
    }

    private async ValueTask CommitAsync(WorkflowScope scope)
    {
        var changes = scope.Changes;
        if (changes.Count == 0)
        {
            return;
        }

        var writes = new List<RunWrite>(changes.Count);
        var entries = new List<OutboxEntry>();
        foreach (var change in changes)
        {
            BufferLimit.Enforce(change);
            HistoryLimit.Enforce(change);
            change.Seal();
            writes.Add(new(change.State, change.Written, change.Before?.Transitions, Visible(change)));
            foreach (var task in change.Outbox)
            {
                entries.Add(new(task.IsKept ? Guid.NewGuid().ToString() : string.Empty, task));
            }
        }

        await store.CommitAsync(new(writes, entries.FindAll(static entry => entry.Task.IsKept), scope.NewCurrentRunId));

        // New holds come before old ones go, or the clock could jump in between.
        outbox.Add(entries);
        for (var i = 0; i < writes.Count; i++)
        {
            Publish(changes[i], writes[i].Visible);
        }
    }

    private static VisibilityRecord? Visible(RunChange change) =>
        RunRecords.IsVisibleChange(change.Before, change.State) ? RunRecords.Of(change.State) : null;

    private static async Task<T> UnlessOutAsync<T>(Task<T> change, Task outage)
    {
        if (await Task.WhenAny(change, outage) == change)
        {
            return await change;
        }

        // Whoever comes next sees what became of it.
        _ = change.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw Refusals.StoreUnavailable();
    }

    private void Publish(RunChange change, VisibilityRecord? visible)
    {
        var state = change.State;
        change.Live.SyncHolds(state, hold);
        timers.Set(state.Key, RunDeadlines.Next(state)?.Due);
        if (visible is not null)
        {
            visibility.Upsert(visible);
        }

        change.Live.SignalChange();
        if (!state.IsRunning)
        {
            live.Forget(state.Key);
        }
    }
}
