using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Paper;

/// <summary>Gate 3's days of paper trading: a durable timer for each bar's close, one bar after the other.</summary>
[Workflow(WorkflowTypes.Paper)]
public class PaperWorkflow
{
    private readonly Stoppable _self;
    private readonly PaperRequest _request;
    private PaperCursor? _cursor;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public PaperWorkflow(PaperRequest request)
    {
        _request = request;
        _cursor = request.Cursor;
        _self = new(Stage.Gate3, _cursor?.Latch, _cursor?.Paused);
    }

    /// <summary>Answer of the query <c>status</c>.</summary>
    [WorkflowQuery(MessageNames.Status)]
    public WorkflowStatus Status => _self.Status;

    /// <summary>Trades the session's bars.</summary>
    [WorkflowRun]
    public async Task<PaperOutcome> RunAsync(PaperRequest request)
    {
        Workflow.UpsertTypedSearchAttributes(
            SearchKeys.Study.ValueSet(request.Candidate.Study), SearchKeys.Trial.ValueSet(request.Candidate.Trial), SearchKeys.Strategy.ValueSet(request.Strategy));
        var cursor = _cursor ??= await OpenAsync();
        _self.Enter(Stage.Gate3, PaperStory.Of(cursor), cursor.Plan.Bars, "bars");
        while (cursor.NextBar < cursor.Plan.Bars)
        {
            (_self.Done, _self.Position) = (cursor.NextBar, cursor.Last?.Position);
            if (Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(cursor);
            var receipt = await _self.Latch.RunAsync(stop => TradeAsync(cursor, stop));
            cursor = _cursor = PaperClock.Advance(cursor, receipt);
            _self.Tell(PaperStory.Of(cursor));
        }

        (_self.Done, _self.Position) = (cursor.NextBar, cursor.Last?.Position);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var last = cursor.Last!;
        return new(cursor.Plan.Bars, last.DaysCompleted, last.ReturnFraction, last.BenchmarkFraction);
    }

    /// <summary>Stops at once; closes the position if the stop asks for it.</summary>
    [WorkflowSignal(MessageNames.EmergencyStop)]
    public async Task EmergencyStopAsync(StopRequest request)
    {
        var flattenedBefore = _self.Latch.State.Flatten;
        await _self.StopAsync(request);
        if (flattenedBefore || !_self.Latch.State.Flatten || _cursor is not { } cursor) return;
        await Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.FlattenPaperAsync(new PaperFlattening(_request.Candidate, cursor.NextBar, request.Reason)),
            Calls.Emergency("Close the position"));
        _self.Position = 0;
    }

    /// <summary>Goes on after a stop.</summary>
    [WorkflowSignal(MessageNames.EmergencyResume)]
    public Task EmergencyResumeAsync(ResumeRequest request) => _self.ResumeAsync(request);

    /// <summary>Trades no further bar.</summary>
    [WorkflowSignal(MessageNames.Pause)]
    public Task PauseAsync(PauseRequest request) => _self.PauseAsync(request);

    /// <summary>Goes on after a pause.</summary>
    [WorkflowSignal(MessageNames.Continue)]
    public Task ContinueAsync(PauseRequest request) => _self.ContinueAsync(request);

    /// <summary>Refuses a resume without a reason.</summary>
    [WorkflowUpdateValidator(nameof(ResumeAsync))]
    public void ValidateResume(ResumeRequest request) => _self.Latch.RequireResumable(request);

    /// <summary>Lifts a stop of this workflow.</summary>
    [WorkflowUpdate(MessageNames.Resume)]
    public Task<ResumeReceipt> ResumeAsync(ResumeRequest request) => _self.ResumeWithReceiptAsync(request);

    private async Task<PaperCursor> OpenAsync()
    {
        var plan = await _self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.OpenPaperAsync(_request.Candidate), Calls.Storage("Declare the session", stop)));
        return new(Workflow.UtcNow, 0, plan.FirstOffsetSeconds, plan, null, LatchState.Open, null);
    }

    private async Task<PaperStepReceipt> TradeAsync(PaperCursor cursor, CancellationToken stop)
    {
        var due = PaperClock.Due(cursor, _request.PaceFactor);
        _self.NextAt = due;
        var wait = due - Workflow.UtcNow;
        if (wait > TimeSpan.Zero) await Workflow.DelayWithOptionsAsync(new(wait, $"Close of bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
        return await Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.StepPaperAsync(new PaperStep(_request.Candidate, cursor.NextBar)),
            Calls.Storage($"Trade bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
    }

    private async Task ContinueAsNewAsync(PaperCursor cursor)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = _request with { Cursor = cursor with { Latch = _self.Latch.State, Paused = _self.Latch.Paused } };
        throw Workflow.CreateContinueAsNewException((PaperWorkflow workflow) => workflow.RunAsync(next));
    }
}
