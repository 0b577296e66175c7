using Gauntlet.Contracts;
using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Paper;
using Gauntlet.Contracts.Progress;
using Gauntlet.Workflows.Safety;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Workflows.Paper;

/// <summary>Keeps a study's candidates side by side on the same bars: all begin together, none begins a day before all have completed the one before, and every day is ranked.</summary>
[Workflow(WorkflowTypes.Arena)]
public class ArenaWorkflow : StoppableWorkflow
{
    private readonly ArenaRequest _request;
    private readonly ArenaField _field;
    private int _round, _days, _pruned;

    /// <summary>Expects the candidates.</summary>
    [WorkflowInit]
    public ArenaWorkflow(ArenaRequest request)
        : base(new(Stage.Gate3)) => (_request, _field) = (request, new(request.Trials));

    /// <summary>Runs rounds until no candidate is left that waits for one.</summary>
    [WorkflowRun]
    public async Task<ArenaOutcome> RunAsync(ArenaRequest request)
    {
        Workflow.UpsertTypedSearchAttributes(SearchKeys.Study.ValueSet(request.Study));
        while (true)
        {
            Self.Enter(Stage.Gate3, $"Arena: waits until each of {request.Trials.Count} candidates has come to Gate 3 or ended before it");
            await Workflow.WaitConditionAsync(() => _field.IsGathered);
            if (_field.Waiting.Count == 0) break;
            await RoundAsync();
        }

        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return new(_round, _days, _pruned);
    }

    /// <summary>A session is ready for its first bar, or has completed a day.</summary>
    [WorkflowSignal(MessageNames.ArenaArrived)]
    public Task ArriveAsync(ArenaArrival arrival)
    {
        _field.Arrive(arrival);
        return Task.CompletedTask;
    }

    /// <summary>A candidate does not trade, or no longer.</summary>
    [WorkflowSignal(MessageNames.ArenaLeft)]
    public Task LeaveAsync(ArenaLeaving leaving)
    {
        _field.Leave(leaving.Trial);
        return Task.CompletedTask;
    }

    private async Task RoundAsync()
    {
        _round++;
        await SeatAsync();
        Self.Enter(Stage.Gate3, $"Arena, round {_round}: {_field.Trading.Count} candidates trade day 1 of {_field.Total}", _field.Total, "days");
        await TellAsync(_field.Trading, new(0, null));
        for (var day = 1; ; day++)
        {
            await Workflow.WaitConditionAsync(() => _field.HaveCompleted(day));
            if (_field.Trading.Count == 0) return;
            await RankAsync(day);
            var over = day >= _field.Total;
            var trading = _field.Trading;
            if (over) foreach (var trial in trading) _field.Leave(trial);
            await TellAsync(trading, new(day, null));
            if (over) return;
        }
    }

    private async Task SeatAsync()
    {
        var waiting = _field.Waiting;
        foreach (var trial in waiting.Take(_request.Rules.Places)) _field.Seat(trial);
        var beyond = waiting.Skip(_request.Rules.Places).ToList();
        if (beyond.Count == 0 || _request.Rules.Queues) return;
        await DismissAsync(await AskAsync(
            stop => Workflow.ExecuteActivityAsync((IArenaActivities a) => a.RefuseArenaAsync(new ArenaQuestion(_request.Study, _round, 0, beyond)), Calls.Storage("Refuse candidates beyond the places", stop))), 0);
    }

    private async Task RankAsync(int day)
    {
        var trading = _field.Trading.Order().ToList();
        var receipt = await AskAsync(
            stop => Workflow.ExecuteActivityAsync((IArenaActivities a) => a.RankArenaAsync(new ArenaQuestion(_request.Study, _round, day, trading)), Calls.Storage($"Rank day {day}", stop)));
        _days++;
        Self.Done = day;
        await DismissAsync(receipt, day);
        Self.Tell($"Arena, round {_round}: day {day} of {_field.Total} ranked, {(receipt?.Leader is { } leader ? $"candidate {leader} leads" : "nobody leads")}, {_field.Trading.Count} trade on{(_field.Waiting.Count > 0 ? $", {_field.Waiting.Count} wait" : string.Empty)}");
    }

    private async Task<ArenaReceipt?> AskAsync(Func<CancellationToken, Task<ArenaReceipt>> work)
    {
        try
        {
            return await Self.Latch.RunAsync(work);
        }
        catch (ActivityFailureException error) when (!TemporalException.IsCanceledException(error))
        {
            // A ranking is a help: without one, everybody trades on.
            Self.LastError = Text.Cause(error);
            return null;
        }
    }

    private async Task DismissAsync(ArenaReceipt? receipt, int day)
    {
        foreach (var pruning in receipt?.Pruned ?? [])
        {
            _pruned++;
            _field.Leave(pruning.Trial);
            await TellAsync([pruning.Trial], new(day, pruning.Because));
        }
    }

    private async Task TellAsync(IReadOnlyList<int> trials, ArenaGo go)
    {
        await Self.Latch.WhenOpenAsync();
        await Workflow.WhenAllAsync(trials.Select(trial => Relay.TrySendAsync(WorkflowIds.Paper(_request.Study, trial), MessageNames.ArenaGo, go)));
    }
}
