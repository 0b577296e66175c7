using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Gauntlet.Temporal.Server.Engine.Closing;

/// <summary>Endings that another run may follow.</summary>
internal static class RunEndings
{
    public static void Complete(WorkflowScope scope, RunChange run, long completedEventId, Payloads? result)
    {
        var next = NextRuns.AfterSuccess(run, result);
        RunClosing.Close(
            run,
            WorkflowExecutionStatus.Completed,
            EventType.WorkflowExecutionCompleted,
            e => e.WorkflowExecutionCompletedEventAttributes = new()
            {
                Result = result,
                WorkflowTaskCompletedEventId = completedEventId,
                NewExecutionRunId = next?.RunId ?? string.Empty,
            },
            next?.RunId ?? string.Empty);
        Begin(scope, next);
    }

    public static void Fail(WorkflowScope scope, RunChange run, long completedEventId, Failure failure)
    {
        var (retry, next) = NextRuns.AfterFailure(run, failure);
        RunClosing.Close(
            run,
            WorkflowExecutionStatus.Failed,
            EventType.WorkflowExecutionFailed,
            e => e.WorkflowExecutionFailedEventAttributes = new()
            {
                Failure = failure,
                RetryState = retry,
                WorkflowTaskCompletedEventId = completedEventId,
                NewExecutionRunId = next?.RunId ?? string.Empty,
            },
            next?.RunId ?? string.Empty);
        Begin(scope, next);
    }

    public static void Cancel(RunChange run, long completedEventId, Payloads? details) => RunClosing.Close(
        run,
        WorkflowExecutionStatus.Canceled,
        EventType.WorkflowExecutionCanceled,
        e => e.WorkflowExecutionCanceledEventAttributes = new() { WorkflowTaskCompletedEventId = completedEventId, Details = details });

    /// <summary>The run's time is over; that of its chain too if <paramref name="chain"/>.</summary>
    public static void TimeOut(WorkflowScope scope, RunChange run, bool chain)
    {
        WorkflowTaskFailing.ForceClose(run);
        var failure = new Failure
        {
            Message = "workflow timeout",
            Source = "Server",
            TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose },
        };
        var (retry, next) = chain ? (RetryState.Timeout, null) : NextRuns.AfterFailure(run, failure);
        RunClosing.Close(
            run,
            WorkflowExecutionStatus.TimedOut,
            EventType.WorkflowExecutionTimedOut,
            e => e.WorkflowExecutionTimedOutEventAttributes = new() { RetryState = retry, NewExecutionRunId = next?.RunId ?? string.Empty },
            next?.RunId ?? string.Empty);
        Begin(scope, next);
    }

    private static void Begin(WorkflowScope scope, NewRun? next)
    {
        if (next is not null)
        {
            RunBirth.Begin(scope, next);
        }
    }
}
