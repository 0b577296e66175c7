using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Deadlines;

/// <summary>Does what is due for a run, in the order of due times; what fails is tried again, later each time.</summary>
internal sealed class DueWork(WorkflowRuns runs, TimeProvider wallClock, ILogger log, CancellationToken end)
{
    public async Task DoAsync(RunKey key)
    {
        for (var attempt = 1; !end.IsCancellationRequested; attempt++)
        {
            try
            {
                await runs.ChangeAsync(key.Workflow, scope => DoAsync(scope, key.RunId));
                return;
            }
            catch (GrpcException error) when (error.Code == GrpcStatusCode.Unavailable)
            {
                log.LogDebug(error, "Timers of {Run} wait for the store.", key);
            }
            catch (Exception error) when (attempt < EffectBackoff.Attempts)
            {
                log.LogWarning(error, "Timers of {Run} failed; they are tried again.", key);
            }
            catch (Exception error)
            {
                // The next change of the run sets them again, or the next start.
                log.LogError(error, "Timers of {Run} failed {Attempts} times and are given up.", key, attempt);
                return;
            }

            await Task.Delay(EffectBackoff.After(attempt), wallClock, end).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async ValueTask DoAsync(WorkflowScope scope, string runId)
    {
        if (await scope.FindAsync(runId) is { } run)
        {
            DoAll(scope, run);
        }
    }

    private static void DoAll(WorkflowScope scope, RunChange run)
    {
        while (RunDeadlines.Next(run.State) is { } deadline && deadline.Due <= run.Now)
        {
            Do(scope, run, deadline);
        }
    }

    private static void Do(WorkflowScope scope, RunChange run, Deadline deadline)
    {
        switch (deadline.Kind)
        {
            case DeadlineKind.FirstWorkflowTask:
                run.State.FirstTaskDue = null;
                WorkflowTaskScheduling.Need(run);
                break;
            case DeadlineKind.Timer:
                Fire(run, deadline.EventId);
                break;
            case DeadlineKind.ActivityRetry:
                ActivityAttempts.Offer(run, run.State.Activities[deadline.EventId]);
                break;
            case DeadlineKind.ActivityTimeout:
                var activity = run.State.Activities[deadline.EventId];
                ActivityEnds.TimeOut(run, activity, ActivityDeadlines.Next(activity)!.Value.Type);
                break;
            case DeadlineKind.NexusTimeout:
                OperationEnds.TimeOut(run, run.State.NexusOperations[deadline.EventId]);
                break;
            case DeadlineKind.NexusRetry:
                OperationAttempts.Offer(run, run.State.NexusOperations[deadline.EventId]);
                break;
            case DeadlineKind.NexusCancelRetry:
                CancellationAttempts.Offer(run, run.State.NexusOperations[deadline.EventId]);
                break;
            case DeadlineKind.WorkflowTaskScheduleToStart:
                WorkflowTaskFailing.TimeOutScheduled(run);
                break;
            case DeadlineKind.WorkflowTaskStartToClose:
                WorkflowTaskFailing.TimeOutStarted(run);
                break;
            default:
                RunEndings.TimeOut(scope, run, chain: deadline.Kind == DeadlineKind.ExecutionTimeout || IsChainEnd(run.State));
                break;
        }
    }

    // Where run and chain end together it is the chain that ends; the two may have been reckoned a moment apart.
    private static bool IsChainEnd(RunState state) => state.ExecutionExpiration is { } end && state.RunExpiration >= end - TimeSpan.FromMilliseconds(100);

    private static void Fire(RunChange run, long startedEventId)
    {
        var timer = run.State.Timers.Values.First(t => t.StartedEventId == startedEventId);
        run.State.RemoveTimer(timer.TimerId);
        run.Write(EventType.TimerFired, e => e.TimerFiredEventAttributes = new() { TimerId = timer.TimerId, StartedEventId = timer.StartedEventId });
        WorkflowTaskScheduling.Need(run);
    }
}
