using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Workflows.Safety;
using Temporalio.Workflows;

namespace Gauntlet.Workflows;

/// <summary>What every long-running workflow shares: the latch, the workflows below it, and the story it tells.</summary>
internal sealed class Stoppable
{
    private readonly SortedSet<string> _children = new(StringComparer.Ordinal);
    private DateTimeOffset _since = Workflow.UtcNow;

    /// <summary>Begins in a stage.</summary>
    public Stoppable(Stage stage, LatchState? latch = null, string? paused = null)
    {
        Stage = stage;
        Latch = new(latch, paused);
    }

    /// <summary>Emergency latch and pause.</summary>
    public StopLatch Latch { get; }

    /// <summary>Stage of the workflow.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Ids of the child workflows under way, sorted.</summary>
    public IReadOnlyCollection<string> Children => _children;

    /// <summary>What happens next, in words.</summary>
    public string? Next { get; set; }

    /// <summary>When it happens; null for as soon as possible.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Units done in this stage.</summary>
    public int Done { get; set; }

    /// <summary>Units of this stage.</summary>
    public int Total { get; set; }

    /// <summary>Name of a unit in the plural.</summary>
    public string? Units { get; set; }

    /// <summary>The last error worth knowing.</summary>
    public string? LastError { get; set; }

    /// <summary>Open position as a weight of equity.</summary>
    public double? Position { get; set; }

    /// <summary>Answer of the query <c>status</c>.</summary>
    public WorkflowStatus Status => new()
    {
        Stage = Stage,
        Since = _since,
        NextAction = Latch.State.Stopped ? "waits for a resume" : Latch.Paused is not null ? "waits for continue" : Next,
        NextAt = Latch.IsOpen ? NextAt : null,
        Done = Done,
        Total = Total,
        Units = Units,
        LastError = LastError,
        OpenPosition = Position,
        Latch = Latch.State,
        Paused = Latch.Paused,
        Children = [.. _children],
    };

    /// <summary>Enters a stage and says so in the search attributes.</summary>
    public void Enter(Stage stage, string next, int total = 0, string? units = null)
    {
        Stage = stage;
        _since = Workflow.UtcNow;
        (Next, NextAt, Done, Total, Units) = (next, null, 0, total, units);
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Stage.ValueSet(Text.Of(stage)));
        Tell(next);
    }

    /// <summary>Tells the story in the Web UI; a stop or a pause stands before it.</summary>
    public void Tell(string story)
    {
        Next = story;
        Workflow.CurrentDetails = Latch.State.Stopped ? $"**Emergency stop** by {Latch.State.By}: {Latch.State.Reason}\n\n{story}"
            : Latch.Paused is { } why ? $"**Paused**: {why}\n\n{story}"
            : story;
    }

    /// <summary>Runs a child workflow that stops, pauses and resumes with this one.</summary>
    /// <param name="workflowId">Its id.</param>
    /// <param name="start">Starts it.</param>
    public async Task<TResult> RunChildAsync<TWorkflow, TResult>(string workflowId, Func<Task<ChildWorkflowHandle<TWorkflow, TResult>>> start)
    {
        await Latch.WhenOpenAsync();
        _children.Add(workflowId);
        try
        {
            var child = await start();
            // A stop that came while the child was being started did not find it.
            if (Latch.State is { Stopped: true } state) await Relay.StopAsync([workflowId], new(state.Reason!, state.By!, state.Flatten));
            return await child.GetResultAsync();
        }
        finally
        {
            _children.Remove(workflowId);
        }
    }

    /// <summary>Handler of <c>emergency-stop</c>.</summary>
    public Task StopAsync(StopRequest request)
    {
        if (!Latch.Close(request)) return Task.CompletedTask;
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Stopped.ValueSet(true));
        Tell(Next ?? string.Empty);
        return Relay.StopAsync(_children.ToList(), request);
    }

    /// <summary>Handler of <c>emergency-resume</c>.</summary>
    public Task ResumeAsync(ResumeRequest request)
    {
        if (!Latch.Open()) return Task.CompletedTask;
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Stopped.ValueSet(false));
        Tell(Next ?? string.Empty);
        return Relay.ResumeAsync(_children.ToList(), request);
    }

    /// <summary>Handler of the update <c>resume</c>.</summary>
    public async Task<ResumeReceipt> ResumeWithReceiptAsync(ResumeRequest request)
    {
        IReadOnlyList<string> resumed = [.. _children.Append(Workflow.Info.WorkflowId).Order(StringComparer.Ordinal)];
        await ResumeAsync(request);
        return new(resumed);
    }

    /// <summary>Handler of <c>pause</c>.</summary>
    public Task PauseAsync(PauseRequest request)
    {
        Latch.Pause(request);
        Tell(Next ?? string.Empty);
        return Relay.PauseAsync(_children.ToList(), request);
    }

    /// <summary>Handler of <c>continue</c>.</summary>
    public Task ContinueAsync(PauseRequest request)
    {
        Latch.Continue();
        Tell(Next ?? string.Empty);
        return Relay.ContinueAsync(_children.ToList(), request);
    }
}
