using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Converters;

namespace Gauntlet.Proofs.Server;

/// <summary>Holds one history after the other against what was done and acknowledged.</summary>
internal sealed class HistoryCheck(Ledger ledger)
{
    private readonly List<string> _wrongs = [];

    /// <summary>What the histories hold.</summary>
    public AuditCounts Counts { get; } = new();

    /// <summary>What does not fit, in words.</summary>
    public IReadOnlyList<string> Wrongs => _wrongs;

    /// <summary>Checks the history of an audited workflow.</summary>
    /// <returns>Its children and what it was told of them.</returns>
    public IReadOnlyList<(string Child, long Answer)> Workflow(string id, IReadOnlyList<HistoryEvent> history)
    {
        Counts.Workflows++;
        Ids(history, id);
        var answer = ledger.ResultOf(id);
        foreach (var completed in Only(history, EventType.WorkflowExecutionCompleted, id))
        {
            var result = Value<AuditedAnswer>(completed.WorkflowExecutionCompletedEventAttributes.Result.Payloads_[0]);
            Require(Same(result, answer), $"{id}: its history has another result than the one that was acknowledged");
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

    /// <summary>Checks the history of a child, or of a run that a schedule started.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="answer">What its parent was told; null where it has none.</param>
    /// <param name="history">Its history.</param>
    public void Child(string id, long? answer, IReadOnlyList<HistoryEvent> history)
    {
        Counts.Children++;
        Ids(history, id);
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        Activities(history, id, found);
        Timers(history, id);
        Require(found.TryGetValue($"{id}/work", out var done) && (answer is null || done == answer), $"{id}: its parent was given another result");
        Only(history, EventType.WorkflowExecutionCompleted, id);
    }

    /// <summary>Checks the histories of a chain's runs: each goes on in the next, and every link is there once.</summary>
    public void Chain(string id, int links, IReadOnlyDictionary<string, IReadOnlyList<HistoryEvent>> runs)
    {
        Counts.Chains++;
        Counts.Links += runs.Count;
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var next = new List<string>();
        foreach (var (run, history) in runs)
        {
            Ids(history, $"{id} {run}");
            Activities(history, id, found);
            if (history[^1].EventType == EventType.WorkflowExecutionCompleted) Only(history, EventType.WorkflowExecutionCompleted, id);
            else next.AddRange(Only(history, EventType.WorkflowExecutionContinuedAsNew, id).Select(static e => e.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId));
        }

        Require(
            found.Keys.SequenceEqual(Enumerable.Range(1, links).Select(link => $"{id}/{link}").Order(StringComparer.Ordinal), StringComparer.Ordinal) && runs.Count == links,
            $"{id}: {links} links were asked for, there are {runs.Count} runs with the work of {string.Join(", ", found.Keys)}");
        Require(next.Count == links - 1 && next.Distinct(StringComparer.Ordinal).Count() == next.Count && next.TrueForAll(runs.ContainsKey), $"{id}: its runs do not go on in each other");
    }

    private void Ids(IReadOnlyList<HistoryEvent> history, string id)
    {
        Counts.Events += history.Count;
        Require(history.Select(static (e, index) => e.EventId == index + 1).All(static fits => fits), $"{id}: event ids have gaps");
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
            .Select(static e => (e.EventId, Name: Value<string>(e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest.Input.Args.Payloads_[0]))).ToList();
        var completed = history.Where(static e => e.EventType == EventType.WorkflowExecutionUpdateCompleted).Select(static e => e.WorkflowExecutionUpdateCompletedEventAttributes).ToList();
        Counts.Updates += completed.Count;
        Require(accepted.Select(static one => one.Name).Order(StringComparer.Ordinal).SequenceEqual(answer.Updates, StringComparer.Ordinal), $"{id}: {accepted.Count} updates were accepted, {answer.Updates.Count} seen");
        Require(completed.Select(static c => c.AcceptedEventId).Order().SequenceEqual(accepted.Select(static one => one.EventId).Order()), $"{id}: {accepted.Count} updates were accepted, {completed.Count} completed");
        foreach (var update in completed)
        {
            var name = accepted.Find(one => one.EventId == update.AcceptedEventId).Name ?? string.Empty;
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

    private IReadOnlyList<HistoryEvent> Only(IReadOnlyList<HistoryEvent> history, EventType type, string id)
    {
        var there = history.Where(e => e.EventType == type).ToList();
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
