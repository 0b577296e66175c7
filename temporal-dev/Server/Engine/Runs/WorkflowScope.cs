using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Store;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>A transaction over the runs of one workflow id, made under its lock. Dropped unless committed.</summary>
internal sealed class WorkflowScope(WorkflowKey key, IRunStore store, LiveRuns live, DateTimeOffset now)
{
    // One run mostly, two at a continuation or a reset.
    private readonly List<RunChange> _changes = new(1);

    public WorkflowKey Key => key;

    public DateTimeOffset Now => now;

    /// <summary>Run that becomes the latest of its id; null for no change.</summary>
    public string? NewCurrentRunId { get; private set; }

    /// <summary>Thrown to the caller once the changes are committed: a refusal that leaves a trace.</summary>
    public Exception? Refusal { get; set; }

    public IReadOnlyList<RunChange> Changes => _changes;

    /// <summary>Opens a run, or the latest for an empty id; null when there is none.</summary>
    public async ValueTask<RunChange?> FindAsync(string runId)
    {
        if (runId.Length == 0)
        {
            runId = NewCurrentRunId ?? await store.CurrentRunIdAsync(key) ?? string.Empty;
        }

        foreach (var open in _changes)
        {
            if (open.Key.RunId == runId)
            {
                return open;
            }
        }

        var state = await store.LoadAsync(new(key.Namespace, key.WorkflowId, runId));
        return state is null ? null : Add(new(state.Copy(), state, live.Get(state.Key), now));
    }

    /// <summary>Adds a new run, which becomes the latest of its id.</summary>
    public RunChange Create(RunState state)
    {
        NewCurrentRunId = state.Key.RunId;
        return Add(new(state, before: null, live.Get(state.Key), now));
    }

    /// <summary>Gives up what was changed so far, in this run and in new ones, and opens the run afresh.</summary>
    public RunChange Restart(RunChange change)
    {
        Drop();
        return Add(new(change.Before!.Copy(), change.Before, change.Live, now));
    }

    /// <summary>Gives up everything.</summary>
    public void Drop()
    {
        _changes.Clear();
        NewCurrentRunId = null;
    }

    /// <summary>Events of a stored run.</summary>
    public ValueTask<IReadOnlyList<Temporalio.Api.History.V1.HistoryEvent>> ReadHistoryAsync(RunKey run, long fromEventId, int maximum) =>
        store.ReadHistoryAsync(run, fromEventId, maximum);

    private RunChange Add(RunChange change)
    {
        _changes.Add(change);
        return change;
    }
}
