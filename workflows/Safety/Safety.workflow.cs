using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Temporalio.Workflows;
using Mutex = Temporalio.Workflows.Mutex;

namespace Gauntlet.Workflows.Safety;

/// <summary>Keeps the emergency latch: stores a stop, hands it to every running workflow, and lifts it only by an explicit resume.</summary>
[Workflow(WorkflowTypes.Safety)]
public class SafetyWorkflow
{
    // A workflow that started moments before the stop may not be listed yet: the list is read again after these delays.
    private static readonly IReadOnlyList<TimeSpan> LaterLooks = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    private readonly StopLatch _latch;
    private readonly Mutex _changes = new();
    private readonly SortedSet<string> _told = new(StringComparer.Ordinal);
    private readonly bool _latchIsKnown;
    private DateTimeOffset _since = Workflow.UtcNow;

    /// <summary>Takes over the latch of the run before.</summary>
    [WorkflowInit]
    public SafetyWorkflow(SafetyState? state = null)
    {
        _latch = new(state?.Latch);
        _latchIsKnown = state?.Latch is not null;
    }

    /// <summary>Answer of the query <c>status</c>.</summary>
    [WorkflowQuery(MessageNames.Status)]
    public WorkflowStatus Status => new()
    {
        Stage = Stage.Waiting,
        Since = _since,
        NextAction = _latch.State.Stopped ? "waits for a resume with a reason" : "waits for an emergency stop",
        Latch = _latch.State,
        Children = [.. _told],
    };

    /// <summary>Runs for ever, by continuing as new.</summary>
    [WorkflowRun]
    public async Task RunAsync(SafetyState? state = null)
    {
        if (!_latchIsKnown) await AdoptStoredLatchAsync();
        await Workflow.WaitConditionAsync(() => Workflow.ContinueAsNewSuggested && Workflow.AllHandlersFinished);
        throw Workflow.CreateContinueAsNewException((SafetyWorkflow next) => next.RunAsync(new SafetyState(_latch.State)));
    }

    /// <summary>Stops everything: first every running workflow is told, then the stop is stored.</summary>
    [WorkflowSignal(MessageNames.EmergencyStop)]
    public async Task EmergencyStopAsync(StopRequest request)
    {
        if (!_latch.Close(request)) return;
        Show();
        await _changes.WaitOneAsync(CancellationToken.None);
        try
        {
            _told.Clear();
            var stored = Workflow.ExecuteActivityAsync((ISafetyActivities a) => a.CloseLatchAsync(new LatchClosing(request, Workflow.UtcNow)), Calls.Emergency("Store the stop"));
            await TellAsync(request);
            await stored;
            foreach (var delay in LaterLooks)
            {
                if (await Workflow.WaitConditionWithOptionsAsync(new(() => !_latch.State.Stopped, delay, "Look for workflows that started meanwhile", CancellationToken.None))) return;
                await TellAsync(request);
            }
        }
        finally
        {
            _changes.ReleaseMutex();
        }
    }

    /// <summary>Refuses a resume without a reason, or with nothing to lift.</summary>
    [WorkflowUpdateValidator(nameof(ResumeAsync))]
    public void ValidateResume(ResumeRequest request) => _latch.RequireResumable(request);

    /// <summary>Lifts the stop: stored first, then everything that was stopped goes on.</summary>
    [WorkflowUpdate(MessageNames.Resume)]
    public async Task<ResumeReceipt> ResumeAsync(ResumeRequest request)
    {
        // Opened before the lock is asked for, so that a stop that is still looking around ends its looks.
        _latch.Open();
        await _changes.WaitOneAsync(CancellationToken.None);
        try
        {
            await Workflow.ExecuteActivityAsync((ISafetyActivities a) => a.OpenLatchAsync(new LatchOpening(request, Workflow.UtcNow)), Calls.Emergency("Store the resume"));
            var running = await ListAsync();
            await Relay.ResumeAsync(running, request);
            _told.Clear();
            Show();
            return new(running);
        }
        finally
        {
            _changes.ReleaseMutex();
        }
    }

    private async Task AdoptStoredLatchAsync()
    {
        var stored = await Workflow.ExecuteActivityAsync((ISafetyActivities a) => a.ReadLatchAsync(), Calls.Emergency("Read the stored latch"));
        if (stored is { Stopped: true } && !_latch.State.Stopped) _latch.Close(new(stored.Reason ?? "stopped before this server was started", stored.By ?? "unknown", stored.Flatten));
        Show();
    }

    private async Task TellAsync(StopRequest request)
    {
        var strangers = (await ListAsync()).Where(_told.Add).ToList();
        await Relay.StopAsync(strangers, request);
    }

    private static Task<IReadOnlyList<string>> ListAsync() =>
        Workflow.ExecuteActivityAsync((ISafetyActivities a) => a.ListRunningAsync(), Calls.Emergency("List running workflows"));

    private void Show()
    {
        _since = Workflow.UtcNow;
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Stopped.ValueSet(_latch.State.Stopped));
        Workflow.CurrentDetails = _latch.State.Stopped
            ? $"**Emergency stop** by {_latch.State.By} at {_latch.State.At:u}: {_latch.State.Reason}"
            : "Nothing is stopped.";
    }
}
