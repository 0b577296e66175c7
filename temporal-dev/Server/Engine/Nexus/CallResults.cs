using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Takes the outcome of an attempt into the run that made it. One that is late or that was taken already changes nothing.</summary>
internal static class CallResults
{
    public static async ValueTask TakeAsync(WorkflowScope scope, NexusCall call, CallOutcome outcome)
    {
        var run = await scope.FindAsync(call.Run.RunId);
        if (run is not { State.IsRunning: true } || !run.State.NexusOperations.TryGetValue(call.ScheduledEventId, out var operation) || !call.IsOf(operation))
        {
            scope.Drop();
        }
        else if (call.IsCancel)
        {
            TakeCancel(run, operation, outcome);
        }
        else
        {
            TakeStart(run, operation, outcome);
        }
    }

    private static void TakeStart(RunChange run, PendingNexusOperation operation, CallOutcome outcome)
    {
        switch (outcome)
        {
            case CallOutcome.Completed completed:
                OperationEnds.Complete(run, operation, completed.Result, completed.Links);
                break;
            case CallOutcome.Started started:
                OperationAttempts.Start(run, operation, started.Token, started.Links);
                break;
            case CallOutcome.Failed failed:
                OperationEnds.Fail(run, operation, failed.Cause);
                break;
            case CallOutcome.Canceled canceled:
                OperationEnds.Cancel(run, operation, canceled.Cause);
                break;
            case CallOutcome.Refused { IsRetryable: false } refused:
                OperationEnds.Fail(run, operation, refused.Error);
                break;
            case CallOutcome.Refused refused:
                OperationAttempts.Retry(run, operation, refused.Error);
                break;
            default:
                OperationAttempts.Retry(run, operation, HandlerErrors.Of("INTERNAL", "empty outcome").Error);
                break;
        }
    }

    private static void TakeCancel(RunChange run, PendingNexusOperation operation, CallOutcome outcome)
    {
        switch (outcome)
        {
            case CallOutcome.CancelTaken:
                CancellationAttempts.Deliver(run, operation);
                break;
            case CallOutcome.Refused { IsRetryable: false } refused:
                CancellationAttempts.Fail(run, operation, refused.Error);
                break;
            case CallOutcome.Refused refused:
                CancellationAttempts.Retry(run, operation, refused.Error);
                break;
            default:
                CancellationAttempts.Retry(run, operation, HandlerErrors.Of("INTERNAL", "empty outcome").Error);
                break;
        }
    }
}
