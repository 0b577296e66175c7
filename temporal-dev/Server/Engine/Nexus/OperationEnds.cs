using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>How a Nexus operation ends.</summary>
internal static class OperationEnds
{
    public static void Complete(RunChange run, PendingNexusOperation operation, Payload result, IEnumerable<Link> links)
    {
        run.State.RemoveNexusOperation(operation.ScheduledEventId);
        run.Write(EventType.NexusOperationCompleted, e =>
        {
            e.NexusOperationCompletedEventAttributes = new()
            {
                ScheduledEventId = operation.ScheduledEventId,
                Result = result,
                RequestId = operation.Scheduled.RequestId,
            };
            e.Links.AddRange(links);
        });
        WorkflowTaskScheduling.Need(run);
    }

    public static void Fail(RunChange run, PendingNexusOperation operation, Failure cause)
    {
        run.State.RemoveNexusOperation(operation.ScheduledEventId);
        run.Write(EventType.NexusOperationFailed, e => e.NexusOperationFailedEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });
        WorkflowTaskScheduling.Need(run);
    }

    public static void Cancel(RunChange run, PendingNexusOperation operation, Failure cause)
    {
        run.State.RemoveNexusOperation(operation.ScheduledEventId);
        run.Write(EventType.NexusOperationCanceled, e => e.NexusOperationCanceledEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });
        WorkflowTaskScheduling.Need(run);
    }

    public static void TimeOut(RunChange run, PendingNexusOperation operation)
    {
        var cause = new Failure { Message = "operation timed out", TimeoutFailureInfo = new() { TimeoutType = TimeoutType.ScheduleToClose } };
        run.State.RemoveNexusOperation(operation.ScheduledEventId);
        run.Write(EventType.NexusOperationTimedOut, e => e.NexusOperationTimedOutEventAttributes = new()
        {
            ScheduledEventId = operation.ScheduledEventId,
            Failure = Wrap(operation, cause),
            RequestId = operation.Scheduled.RequestId,
        });
        WorkflowTaskScheduling.Need(run);
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
