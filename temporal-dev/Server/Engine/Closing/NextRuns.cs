using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Closing;

/// <summary>Decides on the run that follows a failed, timed-out or completed one, and makes it.</summary>
internal static class NextRuns
{
    /// <summary>Retention that reset points are said to expire after.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>What follows a failure or a timeout: a retry, the next cron run, or nothing.</summary>
    public static (RetryState State, NewRun? Next) AfterFailure(RunChange run, Failure failure)
    {
        var state = run.State;
        var decision = RetryDecision.After(state.Start.RetryPolicy, Math.Max(1, state.Start.Attempt), failure, run.Now, state.ExecutionExpiration);
        if (decision.Retries)
        {
            var next = Follow(run, ContinueAsNewInitiator.Retry, decision.Delay);
            next.Attempt = state.Start.Attempt + 1;
            next.ContinuedFailure = failure;
            return (decision.State, Plan(run, next));
        }

        return (decision.State, AfterCron(run, failure, state.Start.LastCompletionResult));
    }

    /// <summary>What follows success: the next cron run, or nothing.</summary>
    public static NewRun? AfterSuccess(RunChange run, Payloads? result) => AfterCron(run, failure: null, result ?? run.State.Start.LastCompletionResult);

    /// <summary>Reset points as the next run inherits them.</summary>
    public static ResetPoints? InheritedResetPoints(RunChange run)
    {
        if (run.State.ResetPoints.IsEmpty)
        {
            return null;
        }

        var points = new ResetPoints();
        foreach (var point in run.State.ResetPoints)
        {
            var inherited = point.Clone();
            inherited.ExpireTime ??= (run.Now + Retention).ToProto();
            points.Points.Add(inherited);
        }

        return points;
    }

    /// <summary>The run that follows in the chain; whoever waits for the end of the chain goes on waiting.</summary>
    public static NewRun Plan(RunChange run, WorkflowExecutionStartedEventAttributes attributes)
    {
        attributes.CompletionCallbacks.Clear();
        attributes.CompletionCallbacks.AddRange(run.State.Callbacks.Values.Select(static callback => callback.Callback));
        return new(attributes.OriginalExecutionRunId, Guid.NewGuid().ToString(), attributes) { Links = CompletionCallbacks.Links(run.State) };
    }

    private static NewRun? AfterCron(RunChange run, Failure? failure, Payloads? lastResult)
    {
        if (run.State.Start.CronSchedule.Length == 0 || CronSchedule.Parse(run.State.Start.CronSchedule) is not { } cron)
        {
            return null;
        }

        var delay = cron.Backoff(run.State.ExecutionTime, run.Now);
        if (run.Now + delay > run.State.ExecutionExpiration)
        {
            return null;
        }

        var next = Follow(run, ContinueAsNewInitiator.CronSchedule, delay);
        next.Attempt = 1;
        next.ContinuedFailure = failure;
        next.LastCompletionResult = lastResult;
        return Plan(run, next);
    }

    private static WorkflowExecutionStartedEventAttributes Follow(RunChange run, ContinueAsNewInitiator initiator, TimeSpan delay)
    {
        var next = run.State.Start.Clone();
        next.Initiator = initiator;
        next.ContinuedExecutionRunId = run.Key.RunId;
        next.OriginalExecutionRunId = Guid.NewGuid().ToString();
        next.FirstWorkflowTaskBackoff = delay.ToProto();
        next.PrevAutoResetPoints = InheritedResetPoints(run);
        next.Identity = string.Empty;
        next.EagerExecutionAccepted = false;

        // What was asked for one run is not asked for the next; a retry stays where its chain was pinned before it began.
        next.VersioningOverride = null;
        if (initiator != ContinueAsNewInitiator.Retry) next.InheritedPinnedVersion = null;
        return next;
    }
}
