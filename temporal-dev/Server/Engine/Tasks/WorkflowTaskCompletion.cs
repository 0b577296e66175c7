using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Commands;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Takes the worker's answer to a workflow task: all of it, or, where something in it is wrong, nothing but the task's failure.</summary>
internal sealed class WorkflowTaskCompletion(
    ISearchAttributeCatalog catalog, Func<string, string> namespaceId, NexusServices nexus, TaskQueues queues)
{
    private const string InlineRequestId = "request-from-RespondWorkflowTaskCompleted";

    public WorkflowTaskOutcome Apply(WorkflowScope scope, RunChange run, RespondWorkflowTaskCompletedRequest request)
    {
        if (request.VersioningBehavior != VersioningBehavior.Unspecified && WorkerVersion.Of(request.DeploymentOptions) is null)
        {
            throw Refusals.Invalid("versioning behavior cannot be specified without deployment options being set with versioned mode");
        }

        CommandTable.RequireClosingLast(request.Commands);
        try
        {
            return IsNothing(run, request) ? Drop(scope, run, request) : Complete(scope, run, request);
        }
        catch (CommandRefusal refusal)
        {
            Refuse(scope, run, request, refusal);
            return new(0, false);
        }
    }

    // A task made for updates disappears when all it brought is their rejection.
    private static bool IsNothing(RunChange run, RespondWorkflowTaskCompletedRequest request) =>
        run.State.Task!.Kind == WorkflowTaskKind.Speculative
        && request.Commands.Count == 0
        && !request.ForceCreateNewWorkflowTask
        && run.State.Buffered.IsEmpty
        && request.Messages.All(UpdateReplies.IsRejection);

    // The worker has nothing to say yet and wants its task to go on: it runs a local activity, for example.
    private static bool IsHeartbeat(RespondWorkflowTaskCompletedRequest request) =>
        request.ForceCreateNewWorkflowTask && request.Commands.Count == 0 && request.Messages.Count == 0;

    private WorkflowTaskOutcome Drop(WorkflowScope scope, RunChange run, RespondWorkflowTaskCompletedRequest request)
    {
        var reset = run.State.LastCompletedTaskStartedId;
        run.State.MoveTask(null);
        var context = Context(scope, run, request, completedEventId: 0);
        TakeMessages(context);
        return new(reset, Continue(run, request, context));
    }

    private WorkflowTaskOutcome Complete(WorkflowScope scope, RunChange run, RespondWorkflowTaskCompletedRequest request)
    {
        if (IsHeartbeat(request) && run.Now - run.State.Task!.OriginalScheduledTime > EngineLimits.WorkflowTaskHeartbeats)
        {
            // A worker that only ever asks for more time has lost the task; it is told so, and the next attempt goes to anybody.
            WorkflowTaskFailing.TimeOutStarted(run);
            scope.Refusal = Refusals.NotFound("workflow task heartbeat timeout");
            return new(0, false);
        }

        var task = WorkflowTaskEvents.Materialise(run, run.State.Task!);
        var context = Context(scope, run, request, WorkflowTaskRecord.Complete(run, task, request));
        foreach (var command in request.Commands)
        {
            CommandTable.Apply(context, command);
        }

        TakeMessages(context);
        return new(0, Continue(run, request, context, task));
    }

    private CommandContext Context(WorkflowScope scope, RunChange run, RespondWorkflowTaskCompletedRequest request, long completedEventId) => new()
    {
        Scope = scope,
        Run = run,
        CompletedEventId = completedEventId,
        Identity = request.Identity,
        Messages = new(request.Messages),
        SearchAttributes = catalog,
        NamespaceId = namespaceId,
        Nexus = nexus,
        Queues = queues,
    };

    private static void TakeMessages(CommandContext context)
    {
        // Updates of a run that has ended were settled with it.
        if (!context.State.IsRunning)
        {
            return;
        }

        foreach (var message in context.Messages.TakeRest())
        {
            UpdateReplies.Apply(context, message);
        }

        UpdateReplies.RejectUnprocessed(context);
    }

    // What comes next; true when the answer carries it.
    private static bool Continue(RunChange run, RespondWorkflowTaskCompletedRequest request, CommandContext context, PendingWorkflowTask? completed = null)
    {
        var state = run.State;
        if (state.IsRunning)
        {
            // Who is under way to a version goes on until one of it has completed a task.
            if (request.ForceCreateNewWorkflowTask || state.Versioning?.Transition is not null)
            {
                WorkflowTaskScheduling.Schedule(run, WorkflowTaskKind.Normal, originalTime: IsHeartbeat(request) ? completed?.OriginalScheduledTime : null);
            }
            else if (context.NeedsTask || !state.Buffered.IsEmpty)
            {
                WorkflowTaskScheduling.Need(run);
            }
            else if (state.Updates.Values.Any(update => update is { Stage: UpdateStage.Admitted }))
            {
                WorkflowTaskScheduling.NeedForUpdates(run);
            }
        }

        AnswerQueries(run, request);
        var version = WorkerVersion.Of(request.DeploymentOptions);
        if (!request.ReturnNewWorkflowTask || state.Task is null || !VersionSteps.Admits(state, version) || state.Versioning?.Transition is not null)
        {
            return false;
        }

        WorkflowTaskStart.Start(run, request.Identity, InlineRequestId, version, buildId: request.WorkerVersionStamp?.BuildId ?? string.Empty);
        return true;
    }

    private static void AnswerQueries(RunChange run, RespondWorkflowTaskCompletedRequest request)
    {
        var waits = run.State is { IsRunning: true, Task: not null };
        run.Afterwards(() =>
        {
            foreach (var query in run.Live.Queries.Waiting)
            {
                if (request.QueryResults.TryGetValue(query.Id, out var result))
                {
                    query.Finish(result.ResultType == QueryResultType.Answered
                        ? new Queries.QueryOutcome.Answered(result.Answer)
                        : new Queries.QueryOutcome.Failed(result.ErrorMessage, result.Failure));
                }
            }

            if (!waits)
            {
                run.Live.Queries.Release();
            }
        });
    }

    private static void Refuse(WorkflowScope scope, RunChange given, RespondWorkflowTaskCompletedRequest request, CommandRefusal refusal)
    {
        var attempt = given.Before!.Task!.Attempt;
        if (attempt > 1 && refusal.Cause != WorkflowTaskFailedCause.UnhandledCommand && !refusal.TerminatesRun)
        {
            // Not told a second time: the task runs into its time limit, so that a broken worker does not spin.
            scope.Drop();
            throw refusal.ToGrpc();
        }

        var run = scope.Restart(given);
        AbortUpdates(run, refusal);
        WorkflowTaskFailing.Fail(run, refusal.Cause, new() { Message = refusal.Message, ServerFailureInfo = new() }, request.Identity);
        if (refusal.Cause == WorkflowTaskFailedCause.UnhandledCommand)
        {
            run.State.IsClosing = true;
        }

        if (refusal.TerminatesRun)
        {
            run.State.MoveTask(null);
            RunClosing.Terminate(run, refusal.Message, details: null, WorkflowTaskFailing.ServerIdentity);
        }

        scope.Refusal = refusal.ToGrpc();
    }

    private static void AbortUpdates(RunChange run, CommandRefusal refusal)
    {
        if (refusal.Cause == WorkflowTaskFailedCause.UnhandledCommand)
        {
            return;
        }

        foreach (var update in run.State.Updates.Values.Where(update => update.Stage < UpdateStage.Accepted && !update.AdmittedByEvent).ToList())
        {
            run.State.RemoveUpdate(update.Id);
            run.Afterwards(() => run.Live.Updates.Abort(
                update.Id, Refusals.NotReady("Unable to perform workflow execution update due to unexpected workflow task failure.")));
        }
    }
}
