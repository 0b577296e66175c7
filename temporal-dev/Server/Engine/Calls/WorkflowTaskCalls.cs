using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Workflow tasks: poll, complete, fail.</summary>
internal sealed class WorkflowTaskCalls(
    WorkflowRuns runs, TaskPolls polls, TaskQueues queues, WorkflowTaskCompletion completion, WorkflowTaskAnswers answers)
{
    public Task<PollWorkflowTaskQueueResponse> PollAsync(PollWorkflowTaskQueueRequest request, GrpcServerCall call)
    {
        var key = TaskPolls.Queue(request.Namespace, request.TaskQueue, request.Identity, TaskQueueType.Workflow);
        var sticky = request.TaskQueue.Kind == TaskQueueKind.Sticky;
        var build = request.WorkerVersionCapabilities?.BuildId ?? string.Empty;
        var version = TaskPolls.Version(request.DeploymentOptions);
        return polls.PollAsync(
            key,
            sticky,
            request.Identity,
            call,
            task => task switch
            {
                WorkflowMatchTask workflow => StartAsync(workflow, sticky, request.Identity, build, version),
                QueryMatchTask query => QueryAsync(query.Query, sticky),
                _ => throw new InvalidOperationException($"task of another kind on queue {key}"),
            },
            request.DeploymentOptions,
            request.WorkerVersionCapabilities);
    }

    public async Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(RespondWorkflowTaskCompletedRequest request, GrpcServerCall call)
    {
        var token = TaskToken.Parse(request.TaskToken);
        RequestChecks.Length(request.Identity, "Identity");
        var (outcome, state) = await runs.ChangeAsync(token.Run.Workflow, async scope =>
        {
            var run = await StartedAsync(scope, token);
            var result = completion.Apply(scope, run, request);
            return (result, scope.Changes.First(change => change.Key == run.Key).State);
        });
        var response = new RespondWorkflowTaskCompletedResponse { ResetHistoryEventId = outcome.ResetEventId };
        if (outcome.StartsNewTask)
        {
            response.WorkflowTask = await answers.StartedAsync(state, onlyNew: true, runs.Live(state.Key).Queries.Waiting);
        }

        return response;
    }

    public Task<RespondWorkflowTaskFailedResponse> FailAsync(RespondWorkflowTaskFailedRequest request, GrpcServerCall call)
    {
        var token = TaskToken.Parse(request.TaskToken);
        RequestChecks.Length(request.Identity, "Identity");
        return runs.ChangeAsync(token.Run.Workflow, async scope =>
        {
            var run = await StartedAsync(scope, token);
            WorkflowTaskFailing.Fail(run, request.Cause, request.Failure, request.Identity);
            return new RespondWorkflowTaskFailedResponse();
        });
    }

    public Task<ResetStickyTaskQueueResponse> ResetStickyAsync(ResetStickyTaskQueueRequest request, GrpcServerCall call)
    {
        var key = RequestChecks.Execution(request.Namespace, request.Execution);
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, request.Execution.RunId);
            run.State.Sticky = null;
            return new ResetStickyTaskQueueResponse();
        });
    }

    /// <summary>The worker's own queue has nobody behind it any more.</summary>
    public Task<ShutdownWorkerResponse> ShutdownAsync(ShutdownWorkerRequest request, GrpcServerCall call)
    {
        RequestChecks.Namespace(request.Namespace);
        if (request.StickyTaskQueue.Length > 0)
        {
            queues.Unload(new(request.Namespace, request.StickyTaskQueue, TaskQueueType.Workflow));
        }

        return Task.FromResult(new ShutdownWorkerResponse());
    }

    private static async ValueTask<RunChange> StartedAsync(WorkflowScope scope, TaskToken token)
    {
        var run = await scope.FindAsync(token.RunId) ?? throw Refusals.UnknownWorkflow(token.WorkflowId);
        return run.State is { IsRunning: true, Task: { IsStarted: true } task } && task.Stamp == token.Stamp ? run : throw Refusals.UnknownTask();
    }

    private async Task<PollWorkflowTaskQueueResponse?> StartAsync(WorkflowMatchTask match, bool sticky, string identity, string buildId, WorkerVersion? version)
    {
        var state = await runs.ChangePatientlyAsync(match.Run.Workflow, async scope =>
        {
            if (await scope.FindAsync(match.Run.RunId) is { State: { IsRunning: true, Task: { IsStarted: false } task } } run && task.Stamp == match.Stamp
                && VersionSteps.Admits(run.State, version))
            {
                WorkflowTaskStart.Start(run, identity, Guid.NewGuid().ToString(), version, buildId: buildId);
                return run.State;
            }

            scope.Drop();
            return null;
        });
        return state is null ? null : await answers.StartedAsync(state, sticky && state.Sticky is not null, runs.Live(state.Key).Queries.Waiting);
    }

    private async Task<PollWorkflowTaskQueueResponse?> QueryAsync(DirectQuery query, bool sticky)
    {
        if (query.Outcome.IsCompleted || await runs.ReadAsync(query.Run.Workflow, query.Run.RunId) is not { } state)
        {
            return null;
        }

        query.IsTaken = true;
        return await answers.QueryAsync(state, query, sticky);
    }
}
