using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Converters;

namespace Gauntlet.Proofs.Server.Operations;

/// <summary>Holds the histories of callers and handlers against each other.</summary>
internal sealed class OperationCheck(Ledger ledger)
{
    /// <summary>Operations that were checked.</summary>
    public int Operations { get; private set; }

    /// <summary>Checks a caller: each of its operations has one end, with the result that its handler gave.</summary>
    /// <returns>Ids of the workflows that were started for its operations.</returns>
    public IReadOnlyList<string> Caller(string id, IReadOnlyList<HistoryEvent> history)
    {
        var works = new List<string>();
        foreach (var scheduled in history.Where(static e => e.EventType == EventType.NexusOperationScheduled))
        {
            Operations++;
            var attributes = scheduled.NexusOperationScheduledEventAttributes;
            var isAtOnce = attributes.Operation == OperationWorkers.AtOnce;
            var expected = isAtOnce ? attributes.RequestId : OperationWorkers.WorkOf(attributes.RequestId);
            var starts = history.Count(e => e.NexusOperationStartedEventAttributes?.ScheduledEventId == scheduled.EventId);
            var ends = history.Where(e => e.NexusOperationCompletedEventAttributes?.ScheduledEventId == scheduled.EventId).ToList();
            Require(ends.Count == 1 && Text(ends[0].NexusOperationCompletedEventAttributes.Result) == expected, $"{id}: operation {scheduled.EventId} has {ends.Count} ends, or another result than {expected}");
            Require(starts == (isAtOnce ? 0 : 1), $"{id}: operation {scheduled.EventId} was started {starts} times");
            if (!isAtOnce) works.Add(expected);
        }

        Require(works.Count == 1, $"{id}: {works.Count} of its operations were for workflows");
        return works;
    }

    /// <summary>Checks a workflow that was started for an operation: it ended once, and its caller was told.</summary>
    public void Work(string id, IReadOnlyList<HistoryEvent> history, IReadOnlyList<CallbackInfo> callbacks)
    {
        Require(history.Count(static e => e.EventType == EventType.WorkflowExecutionCompleted) == 1, $"{id} has not completed once");
        Require(callbacks is [{ State: CallbackState.Succeeded }], $"{id}: its callbacks are {string.Join(", ", callbacks.Select(static one => $"{one.State} {one.LastAttemptFailure?.Message}"))}");
    }

    private void Require(bool condition, string otherwise)
    {
        if (!condition) ledger.Wrong(otherwise);
    }

    private static string Text(Payload payload) => DataConverter.Default.PayloadConverter.ToValue<string>(payload);
}
