using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>How a Nexus operation ends.</summary>
internal static class OperationEnds
{
    public static void Complete(RunChange run, PendingNexusOperation operation, Payload result, IEnumerable<Link> links) => End(run, operation, EventType.NexusOperationCompleted, e =>
    {
        e.NexusOperationCompletedEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Result = result,
            RequestId = operation.Scheduled.RequestId,
        };
        e.Links.AddRange(links);
    });

    public static void Fail(RunChange run, PendingNexusOperation operation, Failure cause) =>
        End(run, operation, EventType.NexusOperationFailed, e => e.NexusOperationFailedEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });

    public static void Cancel(RunChange run, PendingNexusOperation operation, Failure cause) =>
        End(run, operation, EventType.NexusOperationCanceled, e => e.NexusOperationCanceledEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });

    public static void TimeOut(RunChange run, PendingNexusOperation operation)
    {
        var cause = new Failure { Message = "operation timed out", TimeoutFailureInfo = new() { TimeoutType = TimeoutType.ScheduleToClose } };
        End(run, operation, EventType.NexusOperationTimedOut, e => e.NexusOperationTimedOutEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });
    }

    /// <summary>Whether the end of an operation waits to be written.</summary>
    public static bool IsBuffered(RunState state, long scheduledEventId) => state.Buffered.Exists(e => e.EventType switch
    {
        EventType.NexusOperationCompleted => e.NexusOperationCompletedEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.NexusOperationFailed => e.NexusOperationFailedEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.NexusOperationCanceled => e.NexusOperationCanceledEventAttributes.ScheduledEventId == scheduledEventId,
        EventType.NexusOperationTimedOut => e.NexusOperationTimedOutEventAttributes.ScheduledEventId == scheduledEventId,
        _ => false,
    });

    private static void End(RunChange run, PendingNexusOperation operation, EventType type, Action<HistoryEvent> fill)
    {
        run.State.RemoveNexusOperation(operation.ScheduledEventId);
        run.Write(type, fill);
        WorkflowTaskScheduling.Need(run);
    }

    private static Failure Wrap(PendingNexusOperation operation, Failure cause) => new()
    {
        Message = "nexus operation completed unsuccessfully",
        NexusOperationExecutionFailureInfo = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Endpoint = operation.Scheduled.Endpoint,
            Service = operation.Scheduled.Service,
            Operation = operation.Scheduled.Operation,
            OperationId = operation.Token,
            OperationToken = operation.Token,
        },
        Cause = cause,
    };
}
