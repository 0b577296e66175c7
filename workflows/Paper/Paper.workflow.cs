using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Workflows.Safety;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Paper;

/// <summary>Gate 3's days of paper trading: a durable timer for each bar's close, one bar after the other.</summary>
[Workflow(WorkflowTypes.Paper)]
public class PaperWorkflow : StoppableWorkflow
{
    // How often a late bar is asked for before it is given up, and how long an arena that says nothing is waited for before it is asked again.
    private const int Questions = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly PaperRequest _request;
    private PaperCursor? _cursor;
    private ArenaGo _go;
    private bool _alone;

    /// <summary>Takes over where the run before this one stood.</summary>
    [WorkflowInit]
    public PaperWorkflow(PaperRequest request)
        : base(new(Stage.Gate3, request.Cursor?.Latch, request.Cursor?.Paused))
    {
        _request = request;
        _cursor = request.Cursor;
        _go = new(_cursor?.ClearedDays ?? -1, null);
        _alone = request.Arena is null;
    }

    /// <summary>Trades the session's bars.</summary>
    [WorkflowRun]
    public async Task<PaperOutcome> RunAsync(PaperRequest request)
    {
        Workflow.UpsertTypedSearchAttributes(
            SearchKeys.Study.ValueSet(request.Candidate.Study), SearchKeys.Trial.ValueSet(request.Candidate.Trial), SearchKeys.Strategy.ValueSet(request.Strategy));
        var cursor = _cursor ??= await OpenAsync();
        Self.Enter(Stage.Gate3, PaperStory.Of(cursor), cursor.Plan.Bars, "bars");
        await MeetAsync(cursor);
        if (request.Cursor is null) cursor = _cursor = PaperClock.Begin(cursor, request.PaceFactor);
        while (cursor.NextBar < cursor.Plan.Bars && _go.PrunedBecause is null)
        {
            (Self.Done, Self.Position) = (cursor.NextBar, cursor.Last?.Position);
            if (Workflow.ContinueAsNewSuggested) await ContinueAsNewAsync(cursor);
            var receipt = await Self.Latch.RunAsync(stop => TradeAsync(cursor, stop));
            cursor = _cursor = PaperClock.Advance(cursor, receipt);
            Self.Tell(PaperStory.Of(cursor));
            await MeetAsync(cursor);
        }

        (Self.Done, Self.Position) = (cursor.NextBar, cursor.Last?.Position);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return new(cursor.NextBar, PaperClock.Days(cursor), cursor.Last?.ReturnFraction ?? 0, cursor.Last?.BenchmarkFraction ?? 0, _go.PrunedBecause);
    }

    /// <summary>Hears from the arena: goes on after a day that all have completed, or leaves.</summary>
    [WorkflowSignal(MessageNames.ArenaGo)]
    public Task ArenaGoAsync(ArenaGo go)
    {
        if (_go.PrunedBecause is null && (go.PrunedBecause is not null || go.Days > _go.Days)) _go = go;
        return Task.CompletedTask;
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
        var fresh = new PaperCursor(Workflow.UtcNow, 0, plan.FirstOffsetSeconds, plan with { Traded = null }, null, LatchState.Open, null);
        return plan.Traded is { } traded ? PaperClock.Advance(fresh, traded) : fresh;
    }

    // Waits at the end of a day until all candidates have completed it. An arena that has ended keeps nobody.
    private async Task MeetAsync(PaperCursor cursor)
    {
        var days = PaperClock.Days(cursor);
        while (!_alone && _go.PrunedBecause is null && _go.Days < days)
        {
            Self.NextAt = null;
            Self.Next = $"Gate 3: waits until every candidate of the arena has completed day {days} of {cursor.Plan.Days}";
            _alone = !await Relay.TrySendAsync(_request.Arena!, MessageNames.ArenaArrived, new ArenaArrival(_request.Candidate.Trial, days, cursor.Plan.Days));
            if (!_alone) await Workflow.WaitConditionAsync(() => _go.PrunedBecause is not null || _go.Days >= days, Patience);
        }
    }

    private async Task<PaperStepReceipt> TradeAsync(PaperCursor cursor, CancellationToken stop)
    {
        var due = PaperClock.Due(cursor, _request.PaceFactor);
        Self.NextAt = due;
        var wait = due - Workflow.UtcNow;
        if (wait > TimeSpan.Zero) await Workflow.DelayWithOptionsAsync(new(wait, $"Close of bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
        for (var asked = 0; ; asked++)
        {
            var step = new PaperStep(_request.Candidate, cursor.NextBar, asked, Last: cursor.Plan.PatienceSeconds == 0 || asked == Questions);
            var receipt = await Workflow.ExecuteActivityAsync(
                (IPaperActivities a) => a.StepPaperAsync(step), Calls.Storage($"Trade bar {cursor.NextBar + 1} of {cursor.Plan.Bars}", stop));
            if (!receipt.Waits) return receipt;

            Self.Tell($"{PaperStory.Of(cursor)}; bar {cursor.NextBar + 1} is late");
            await Workflow.DelayWithOptionsAsync(new(PaperClock.Patience(cursor, _request.PaceFactor) / Questions, $"Bar {cursor.NextBar + 1} of {cursor.Plan.Bars} is late", stop));
        }
    }

    private async Task ContinueAsNewAsync(PaperCursor cursor)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var next = _request with { Cursor = cursor with { Latch = Self.Latch.State, Paused = Self.Latch.Paused, ClearedDays = _go.Days } };
        throw Workflow.CreateContinueAsNewException((PaperWorkflow workflow) => workflow.RunAsync(next));
    }
}
