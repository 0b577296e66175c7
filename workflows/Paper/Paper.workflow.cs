using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Paper;

/// <summary>Gate 3's days of paper trading: a durable timer for each bar's close, one bar after the other.</summary>
[Workflow(WorkflowTypes.Paper)]
public class PaperWorkflow : StoppableWorkflow
{
    private readonly PaperRequest _request;
    private PaperCursor? _cursor;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public PaperWorkflow(PaperRequest request)
        : base(new(Stage.Gate3, request.Cursor?.Latch, request.Cursor?.Paused))
    {
        _request = request;
        _cursor = request.Cursor;
    }

    /// <summary>Trades the session's bars.</summary>
    [WorkflowRun]
    public async Task<PaperOutcome> RunAsync(PaperRequest request)
    {
        Workflow.UpsertTypedSearchAttributes(
            SearchKeys.Study.ValueSet(request.Candidate.Study), SearchKeys.Trial.ValueSet(request.Candidate.Trial), SearchKeys.Strategy.ValueSet(request.Strategy));
        var cursor = _cursor ??= await OpenAsync();
        Self.Enter(Stage.Gate3, PaperStory.Of(cursor), cursor.Plan.Bars, "bars");
        while (cursor.NextBar < cursor.Plan.Bars)
        {
            (Self.Done, Self.Position) = (cursor.NextBar, cursor.Last?.Position);
            if (Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(cursor);
            var receipt = await Self.Latch.RunAsync(stop => TradeAsync(cursor, stop));
            cursor = _cursor = PaperClock.Advance(cursor, receipt);
            Self.Tell(PaperStory.Of(cursor));
        }

        (Self.Done, Self.Position) = (cursor.NextBar, cursor.Last?.Position);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var last = cursor.Last!;
        return new(cursor.Plan.Bars, last.DaysCompleted, last.ReturnFraction, last.BenchmarkFraction);
    }

    /// <summary>Stops at once; closes the position if the stop asks for it.</summary>
    [WorkflowSignal(MessageNames.EmergencyStop)]
    public override async Task EmergencyStopAsync(StopRequest request)
    {
        var flattenedBefore = Self.Latch.State.Flatten;
        await Self.StopAsync(request);
        if (flattenedBefore || !Self.Latch.State.Flatten || _cursor is not { } cursor) return;
        await Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.FlattenPaperAsync(new PaperFlattening(_request.Candidate, cursor.NextBar, request.Reason)),
            Calls.Emergency("Close the position"));
        Self.Position = 0;
    }

    private async Task<PaperCursor> OpenAsync()
    {
        var plan = await Self.Latch.RunAsync(stop => Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.OpenPaperAsync(_request.Candidate), Calls.Storage("Declare the session", stop)));
        return new(Workflow.UtcNow, 0, plan.FirstOffsetSeconds, plan, null, LatchState.Open, null);
    }

    private async Task<PaperStepReceipt> TradeAsync(PaperCursor cursor, CancellationToken stop)
    {
        var due = PaperClock.Due(cursor, _request.PaceFactor);
        Self.NextAt = due;
        var wait = due - Workflow.UtcNow;
        if (wait > TimeSpan.Zero) await Workflow.DelayWithOptionsAsync(new(wait, $"Close of bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
        return await Workflow.ExecuteActivityAsync(
            (IPaperActivities a) => a.StepPaperAsync(new PaperStep(_request.Candidate, cursor.NextBar)),
            Calls.Storage($"Trade bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
    }

    private async Task ContinueAsNewAsync(PaperCursor cursor)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = _request with { Cursor = cursor with { Latch = Self.Latch.State, Paused = Self.Latch.Paused } };
        throw Workflow.CreateContinueAsNewException((PaperWorkflow workflow) => workflow.RunAsync(next));
    }
}
