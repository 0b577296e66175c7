using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Converters;

namespace Gauntlet.Proofs.Server;

/// <summary>Holds every history against what was done and acknowledged.</summary>
internal sealed class HistoryAudit(ITemporalClient client, Ledger ledger)
{
    private readonly List<string> _wrongs = [];

    /// <summary>What the histories hold.</summary>
    public AuditCounts Counts { get; } = new();

    /// <summary>What does not fit, in words.</summary>
    public IReadOnlyList<string> Wrongs => _wrongs;

    /// <summary>Audits all workflows of the ledger, and their children.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var workflow in ledger.Workflows)
        {
            var children = await WorkflowAsync(workflow, cancellation);
            foreach (var (child, answer) in children) await ChildAsync(child, answer, cancellation);
        }

        await ListAsync(cancellation);
    }

    private async Task<IReadOnlyList<(string Child, long Answer)>> WorkflowAsync(string id, CancellationToken cancellation)
    {
        Counts.Workflows++;
        var history = await HistoryAsync(id, cancellation);
        var answer = ledger.ResultOf(id);
        var completed = Only(history, EventType.WorkflowExecutionCompleted, e => e.WorkflowExecutionCompletedEventAttributes.Result.Payloads_[0], id);
        foreach (var payload in completed)
        {
            Require(Same(Value<AuditedAnswer>(payload), answer), $"{id}: its history has another result than the one that was acknowledged");
        }

        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        Activities(history, id, found);
        Timers(history, id);
        Signals(history, id, answer);
        Updates(history, id, answer);
        var children = Children(history, id);
        foreach (var (child, result) in children) found.TryAdd(child, result);
        Require(found.SequenceEqual(answer.Answers), $"{id}: its result names other answers than its history");
        return children;
    }

    private async Task ChildAsync(string id, long answer, CancellationToken cancellation)
    {
        Counts.Children++;
        var history = await HistoryAsync(id, cancellation);
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        Activities(history, id, found);
        Timers(history, id);
        Require(found.TryGetValue($"{id}/work", out var done) && done == answer, $"{id}: its parent was given another result");
        Only(history, EventType.WorkflowExecutionCompleted, static e => e, id);
    }

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string id, CancellationToken cancellation)
    {
        var history = await client.GetWorkflowHandle(id).FetchHistoryAsync(new() { Rpc = new() { CancellationToken = cancellation } });
        IReadOnlyList<HistoryEvent> events = [.. history.Events];
        Counts.Events += events.Count;
        Require(events.Select(static (e, index) => e.EventId == index + 1).All(static fits => fits), $"{id}: event ids have gaps");
        return events;
    }

    // Every activity scheduled, started and completed once, with the number of an execution that was, and of the acknowledged one.
    private void Activities(IReadOnlyList<HistoryEvent> history, string id, SortedDictionary<string, long> found)
    {
        var completions = history.Where(static e => e.EventType == EventType.ActivityTaskCompleted).ToLookup(static e => e.ActivityTaskCompletedEventAttributes.ScheduledEventId);
        var starts = history.Where(static e => e.EventType == EventType.ActivityTaskStarted).ToLookup(static e => e.ActivityTaskStartedEventAttributes.ScheduledEventId);
        foreach (var scheduled in history.Where(static e => e.EventType == EventType.ActivityTaskScheduled))
        {
            var attributes = scheduled.ActivityTaskScheduledEventAttributes;
            var name = attributes.Input?.Payloads_ is [var input, ..] ? Value<string>(input) : string.Empty;
            Require(starts[scheduled.EventId].Count() == 1, $"{id}: activity {name} has {starts[scheduled.EventId].Count()} starts");
            Require(completions[scheduled.EventId].Count() == 1, $"{id}: activity {name} has {completions[scheduled.EventId].Count()} results");
            foreach (var completion in completions[scheduled.EventId].Take(1))
            {
                Counts.ActivityResults++;
                var number = Value<long>(completion.ActivityTaskCompletedEventAttributes.Result.Payloads_[0]);
                Require(ledger.HasExecution(name, number), $"{id}: activity {name} has the result {number}, which no execution gave");
                Require(ledger.AnswerTo(name) is not { } acknowledged || acknowledged == number, $"{id}: activity {name} has the result {number}, not the acknowledged one");
                Require(found.TryAdd(name, number), $"{id}: activity {name} was scheduled twice");
            }
        }

        Require(completions.Sum(static group => group.Count()) == history.Count(static e => e.EventType == EventType.ActivityTaskScheduled), $"{id}: there are results without activity");
    }

    private void Timers(IReadOnlyList<HistoryEvent> history, string id)
    {
        var started = history.Where(static e => e.EventType == EventType.TimerStarted).Select(static e => e.EventId).ToList();
        var fired = history.Where(static e => e.EventType == EventType.TimerFired).Select(static e => e.TimerFiredEventAttributes.StartedEventId).Order().ToList();
        Counts.TimersFired += fired.Count;
        Require(started.SequenceEqual(fired), $"{id}: {started.Count} timers were started, {fired.Count} fired");
    }

    private void Signals(IReadOnlyList<HistoryEvent> history, string id, AuditedAnswer answer)
    {
        var signals = history.Where(static e => e.EventType == EventType.WorkflowExecutionSignaled)
            .Select(static e => Value<string>(e.WorkflowExecutionSignaledEventAttributes.Input.Payloads_[0])).CountBy(static name => name).ToDictionary(StringComparer.Ordinal);
        foreach (var name in answer.Signals)
        {
            var count = signals.GetValueOrDefault(name);
            Counts.Signals += count;
            Require(ledger.HasSignal(name) && count == 1, $"{id}: signal {name} is there {count} times");
        }

        Require(signals.Count == answer.Signals.Count, $"{id}: {signals.Count} signals are there, {answer.Signals.Count} were seen");
    }

    private void Updates(IReadOnlyList<HistoryEvent> history, string id, AuditedAnswer answer)
    {
        var accepted = history.Where(static e => e.EventType == EventType.WorkflowExecutionUpdateAccepted)
            .ToDictionary(static e => e.EventId, static e => Value<string>(e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest.Input.Args.Payloads_[0]));
        var completed = history.Where(static e => e.EventType == EventType.WorkflowExecutionUpdateCompleted).Select(static e => e.WorkflowExecutionUpdateCompletedEventAttributes).ToList();
        Counts.Updates += completed.Count;
        Require(accepted.Values.Order(StringComparer.Ordinal).SequenceEqual(answer.Updates, StringComparer.Ordinal), $"{id}: {accepted.Count} updates were accepted, {answer.Updates.Count} seen");
        Require(completed.Select(static c => c.AcceptedEventId).Order().SequenceEqual(accepted.Keys.Order()), $"{id}: {accepted.Count} updates were accepted, {completed.Count} completed");
        foreach (var update in completed)
        {
            var name = accepted.GetValueOrDefault(update.AcceptedEventId, string.Empty);
            Require(ledger.OutcomeOf(name) == Value<long>(update.Outcome.Success.Payloads_[0]), $"{id}: update {name} has another outcome than the one that was acknowledged");
        }
    }

    private List<(string Child, long Answer)> Children(IReadOnlyList<HistoryEvent> history, string id)
    {
        var initiated = history.Where(static e => e.EventType == EventType.StartChildWorkflowExecutionInitiated).Select(static e => e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId).ToList();
        var started = history.Where(static e => e.EventType == EventType.ChildWorkflowExecutionStarted).Select(static e => e.ChildWorkflowExecutionStartedEventAttributes.WorkflowExecution.WorkflowId).ToList();
        var completed = history.Where(static e => e.EventType == EventType.ChildWorkflowExecutionCompleted).Select(static e => e.ChildWorkflowExecutionCompletedEventAttributes).ToList();
        Require(initiated.SequenceEqual(started, StringComparer.Ordinal), $"{id}: children {string.Join(", ", initiated)} were asked for, {string.Join(", ", started)} started");
        Require(initiated.SequenceEqual(completed.Select(static c => c.WorkflowExecution.WorkflowId), StringComparer.Ordinal), $"{id}: {initiated.Count} children were asked for, {completed.Count} completed");
        return [.. completed.Select(static c => (c.WorkflowExecution.WorkflowId, Value<long>(c.Result.Payloads_[0])))];
    }

    // The list is kept apart from the histories: it must know the same runs.
    private async Task ListAsync(CancellationToken cancellation)
    {
        var closed = await client.CountWorkflowsAsync("ExecutionStatus = 'Completed'", new() { Rpc = new() { CancellationToken = cancellation } });
        var all = await client.CountWorkflowsAsync(string.Empty, new() { Rpc = new() { CancellationToken = cancellation } });
        Require(closed.Count == Counts.Workflows + Counts.Children, $"the list has {closed.Count} completed runs, there are {Counts.Workflows + Counts.Children}");
        Require(all.Count == closed.Count, $"the list has {all.Count - closed.Count} runs that are not completed");
    }

    private IReadOnlyList<T> Only<T>(IReadOnlyList<HistoryEvent> history, EventType type, Func<HistoryEvent, T> select, string id)
    {
        var there = history.Where(e => e.EventType == type).Select(select).ToList();
        Require(there.Count == 1 && history[^1].EventType == type, $"{id}: {type} is there {there.Count} times");
        return there;
    }

    private void Require(bool holds, string words)
    {
        if (!holds) _wrongs.Add(words);
    }

    private static bool Same(AuditedAnswer one, AuditedAnswer other) =>
        one.Answers.SequenceEqual(other.Answers) && one.Signals.SequenceEqual(other.Signals, StringComparer.Ordinal) && one.Updates.SequenceEqual(other.Updates, StringComparer.Ordinal);

    private static T Value<T>(Temporalio.Api.Common.V1.Payload payload) => DataConverter.Default.PayloadConverter.ToValue<T>(payload)!;
}
