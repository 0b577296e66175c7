using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.State.Lifecycles;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Pending operations and callbacks as descriptions show them.</summary>
internal static class NexusView
{
    private const string Open = "The circuit breaker is open.";

    /// <param name="isBlocked">Calls to its endpoint wait for the handler to get well.</param>
    public static PendingNexusOperationInfo Of(PendingNexusOperation operation, bool isBlocked)
    {
        var waits = isBlocked && operation.IsOffered;
        return new()
        {
            Endpoint = operation.Scheduled.Endpoint,
            Service = operation.Scheduled.Service,
            Operation = operation.Scheduled.Operation,
            OperationId = operation.Token,
            OperationToken = operation.Token,
            ScheduledEventId = operation.ScheduledEventId,
            ScheduleToCloseTimeout = operation.Scheduled.ScheduleToCloseTimeout,
            ScheduledTime = operation.ScheduledTime.ToProto(),
            State = operation switch
            {
                { IsStarted: true } => PendingNexusOperationState.Started,
                { IsBackingOff: true } => PendingNexusOperationState.BackingOff,
                _ => waits ? PendingNexusOperationState.Blocked : PendingNexusOperationState.Scheduled,
            },
            BlockedReason = waits ? Open : string.Empty,
            Attempt = operation.Attempts.Count,
            LastAttemptCompleteTime = operation.Attempts.LastCompleteTime.ToProtoOrNull(),
            LastAttemptFailure = operation.Attempts.LastFailure,
            NextAttemptScheduleTime = operation.Attempts.RetryDue.ToProtoOrNull(),
            CancellationInfo = operation.Cancellation is { } cancellation ? Of(cancellation, isBlocked) : null,
        };
    }

    public static CallbackInfo Of(CompletionCallback callback) => new()
    {
        Callback = callback.Callback,
        Trigger = new() { WorkflowClosed = new() },
        RegistrationTime = callback.RegistrationTime.ToProto(),
        State = callback.Stage switch
        {
            CallbackStage.Standby => CallbackState.Standby,
            CallbackStage.Scheduled => CallbackState.Scheduled,
            CallbackStage.Succeeded => CallbackState.Succeeded,
            _ => CallbackState.Failed,
        },
        Attempt = callback.Attempt,
        LastAttemptCompleteTime = callback.LastAttemptCompleteTime.ToProtoOrNull(),
        LastAttemptFailure = callback.LastFailure,
    };

    private static NexusOperationCancellationInfo Of(NexusCancellation cancellation, bool isBlocked)
    {
        var waits = isBlocked && cancellation.Stage == NexusCancellationStage.Offered;
        return new()
        {
            RequestedTime = cancellation.RequestedTime.ToProtoOrNull(),
            State = cancellation.Stage switch
            {
                NexusCancellationStage.Offered => waits ? NexusOperationCancellationState.Blocked : NexusOperationCancellationState.Scheduled,
                NexusCancellationStage.BackingOff => NexusOperationCancellationState.BackingOff,
                NexusCancellationStage.Delivered => NexusOperationCancellationState.Succeeded,
                NexusCancellationStage.Failed => NexusOperationCancellationState.Failed,
                _ => NexusOperationCancellationState.Unspecified,
            },
            BlockedReason = waits ? Open : string.Empty,
            Attempt = cancellation.Attempts.Count,
            LastAttemptCompleteTime = cancellation.Attempts.LastCompleteTime.ToProtoOrNull(),
            LastAttemptFailure = cancellation.Attempts.LastFailure,
            NextAttemptScheduleTime = cancellation.Attempts.RetryDue.ToProtoOrNull(),
        };
    }
}
