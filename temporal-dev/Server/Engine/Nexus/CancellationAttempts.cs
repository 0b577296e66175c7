using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>The request to cancel a Nexus operation: sent once the operation has started, and until its handler has taken or refused it.</summary>
internal static class CancellationAttempts
{
    /// <summary>The workflow asks for it.</summary>
    public static void Request(RunChange run, PendingNexusOperation operation, long requestedEventId)
    {
        if (operation.IsStarted)
        {
            Send(run, operation, new() { RequestedEventId = requestedEventId, RequestedTime = run.Now, Stage = NexusCancellationStage.Offered });
        }
        else
        {
            run.State.Put(operation with { Cancellation = new() { RequestedEventId = requestedEventId, Stage = NexusCancellationStage.Requested } });
        }
    }

    /// <summary>Calls an attempt, under a new stamp.</summary>
    public static void Offer(RunChange run, PendingNexusOperation operation) => Send(run, operation, operation.Cancellation!);

    /// <summary>The handler has it; whether it does anything about it shows later.</summary>
    public static void Deliver(RunChange run, PendingNexusOperation operation)
    {
        var cancellation = operation.Cancellation!;
        var attempts = new NexusAttempts { Count = cancellation.Attempts.Count + 1, LastCompleteTime = run.Now };
        run.State.Put(operation with { Cancellation = cancellation with { Stage = NexusCancellationStage.Delivered, Stamp = string.Empty, Attempts = attempts } });
        run.Write(EventType.NexusOperationCancelRequestCompleted, e =>
        {
            e.WorkerMayIgnore = true;
            e.NexusOperationCancelRequestCompletedEventAttributes = new()
            {
                RequestedEventId = cancellation.RequestedEventId,
                ScheduledEventId = operation.ScheduledEventId,
            };
        });
        WorkflowTaskScheduling.Need(run);
    }

    /// <summary>The attempt failed and another one comes after a wait.</summary>
    public static void Retry(RunChange run, PendingNexusOperation operation, Failure failure)
    {
        var cancellation = operation.Cancellation!;
        run.State.Put(operation with
        {
            Cancellation = cancellation with
            {
                Stage = NexusCancellationStage.BackingOff,
                Stamp = string.Empty,
                Attempts = OperationAttempts.After(cancellation.Attempts, run.Now, failure),
            },
        });
    }

    /// <summary>The handler refused it for good.</summary>
    public static void Fail(RunChange run, PendingNexusOperation operation, Failure failure)
    {
        var cancellation = operation.Cancellation!;
        var attempts = new NexusAttempts { Count = cancellation.Attempts.Count + 1, LastCompleteTime = run.Now, LastFailure = failure };
        run.State.Put(operation with { Cancellation = cancellation with { Stage = NexusCancellationStage.Failed, Stamp = string.Empty, Attempts = attempts } });
        run.Write(EventType.NexusOperationCancelRequestFailed, e =>
        {
            e.WorkerMayIgnore = true;
            e.NexusOperationCancelRequestFailedEventAttributes = new()
            {
                RequestedEventId = cancellation.RequestedEventId,
                ScheduledEventId = operation.ScheduledEventId,
                Failure = failure,
            };
        });
        WorkflowTaskScheduling.Need(run);
    }

    private static void Send(RunChange run, PendingNexusOperation operation, NexusCancellation cancellation)
    {
        cancellation = cancellation with
        {
            Stage = NexusCancellationStage.Offered,
            RequestedTime = cancellation.RequestedTime ?? run.Now,
            Stamp = Guid.NewGuid().ToString(),
            Attempts = cancellation.Attempts with { RetryDue = null },
        };
        run.State.Put(operation with { Cancellation = cancellation });
        run.Then(new OfferNexusCancel(run.Key, operation.ScheduledEventId, cancellation.Stamp));
    }
}
