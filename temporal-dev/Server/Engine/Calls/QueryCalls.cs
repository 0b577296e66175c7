using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Queries: with the next workflow task where one is pending, on their own otherwise.</summary>
internal sealed class QueryCalls(WorkflowRuns runs, TaskQueues queues, DirectQueries direct, TimeProvider wallClock)
{
    // From this attempt on the workflow's state cannot be had: it fails again and again.
    private const int HopelessAttempt = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<QueryWorkflowResponse> QueryAsync(QueryWorkflowRequest request, GrpcServerCall call)
    {
        try
        {
            return await AnswerAsync(request, call);
        }
        catch (OperationCanceledException) when (!call.CancellationToken.IsCancellationRequested)
        {
            // A caller without a time limit of its own.
            throw new GrpcException(GrpcStatusCode.DeadlineExceeded, "query timed out before a worker could process it");
        }
    }

    public Task<RespondQueryTaskCompletedResponse> RespondAsync(RespondQueryTaskCompletedRequest request, GrpcServerCall call)
    {
        var query = direct.Find(QueryToken.Parse(request.TaskToken).Query) ?? throw Refusals.NotFound("query task not found, or already expired");
        direct.Remove(query);
        switch (request.CompletedType)
        {
            case QueryResultType.Answered:
                query.Finish(new QueryOutcome.Answered(request.QueryResult));
                break;
            case QueryResultType.Failed:
                query.Finish(new QueryOutcome.Failed(request.ErrorMessage, request.Failure));
                break;
            default:
                // Neither one nor the other: accepted, and the caller waits in vain, as on the real server.
                break;
        }

        return Task.FromResult(new RespondQueryTaskCompletedResponse());
    }

    private async Task<QueryWorkflowResponse> AnswerAsync(QueryWorkflowRequest request, GrpcServerCall call)
    {
        var key = RequestChecks.Execution(request.Namespace, request.Execution);
        RequestChecks.Require(request.Query is not null, "WorkflowQuery is not set on request.");
        RequestChecks.Require(request.Query!.QueryType.Length > 0, "QueryType is not set on request.");
        RequestChecks.Blob(request.Query.QueryArgs);
        var runId = (await RunLookup.ReadAsync(runs, key, request.Execution.RunId)).Key.RunId;
        using var patience = Limit(call);
        while (true)
        {
            var state = await RunLookup.ReadAsync(runs, key, runId);
            if (Rejection(state, request.QueryRejectCondition) is { } rejected)
            {
                return rejected;
            }

            RequireReady(state);
            var outcome = state is { IsRunning: true, Task: not null }
                ? await BufferAsync(state, request, patience.Token)
                : await AskDirectlyAsync(state, request, patience.Token);
            switch (outcome)
            {
                case QueryOutcome.Answered answered:
                    return new() { QueryResult = answered.Result };
                case QueryOutcome.Failed failed:
                    throw Refusals.QueryFailed(failed.Message, failed.Failure);
                default:
                    break;
            }
        }
    }

    private static CancellationTokenSource Limit(GrpcServerCall call)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        if (call.Deadline is null)
        {
            source.CancelAfter(Patience);
        }

        return source;
    }

    private static QueryWorkflowResponse? Rejection(RunState state, QueryRejectCondition condition)
    {
        var rejects = condition switch
        {
            QueryRejectCondition.NotOpen => !state.IsRunning,
            QueryRejectCondition.NotCompletedCleanly => state.Status is not (WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Completed),
            _ => false,
        };
        return rejects ? new() { QueryRejected = new() { Status = state.Status } } : null;
    }

    private static void RequireReady(RunState state)
    {
        if (state.Task is { Attempt: >= HopelessAttempt })
        {
            throw Refusals.NotReady("Unable to query workflow due to Workflow Task in failed state.");
        }

        if (!state.IsRunning && state.LastCompletedTaskStartedId == 0)
        {
            throw Refusals.NotReady("Workflow execution closed before WorkflowTaskStarted event");
        }

        if (state.LastCompletedTaskStartedId == 0 && state.Task is null)
        {
            throw Refusals.NotReady("Unable to query workflow because it has not completed its first workflow task.");
        }
    }

    private async Task<QueryOutcome> BufferAsync(RunState state, QueryWorkflowRequest request, CancellationToken patience)
    {
        var waiting = runs.Live(state.Key).Queries;
        var query = new BufferedQuery(request.Query);
        if (!waiting.TryAdd(query))
        {
            throw Refusals.Exhausted(
                "consistent query buffer is full, this may be caused by too many queries and workflow not able to process query fast enough",
                ResourceExhaustedCause.BusyWorkflow);
        }

        try
        {
            // The task may have gone while the query was added: nobody would let it go then.
            if (await runs.ReadAsync(state.Key.Workflow, state.Key.RunId) is not { IsRunning: true, Task: not null })
            {
                return new QueryOutcome.AskAgain();
            }

            return await query.Outcome.WaitAsync(patience);
        }
        finally
        {
            waiting.Remove(query);
        }
    }

    private async Task<QueryOutcome> AskDirectlyAsync(RunState state, QueryWorkflowRequest request, CancellationToken patience)
    {
        var query = new DirectQuery(state.Key, request.Query);
        direct.Add(query);
        try
        {
            if (state.Sticky is { } sticky)
            {
                var stickyQueue = new QueueKey(state.Key.Namespace, sticky.Name, TaskQueueType.Workflow);
                if (queues.HasPoller(stickyQueue, EngineLimits.StickyPollerMemory) && VersionRoutes.KeepsVersion(state, queues)
                    && await AskAsync(new(query), stickyQueue, sticky.ScheduleToStart, patience) is { } outcome)
                {
                    return outcome;
                }

                await ForgetStickyAsync(state);
            }

            var task = new QueryMatchTask(query) { Directive = VersionRoutes.OfWorkflow(state) };
            return (await AskAsync(task, new(state.Key.Namespace, state.TaskQueue, TaskQueueType.Workflow), Timeout.InfiniteTimeSpan, patience))!;
        }
        finally
        {
            direct.Remove(query);
        }
    }

    // Null when nobody took it in time.
    private async Task<QueryOutcome?> AskAsync(QueryMatchTask task, QueueKey queue, TimeSpan limit, CancellationToken patience)
    {
        var query = task.Query;
        queues.Add(queue, task);
        try
        {
            await Task.WhenAny(query.Outcome, Task.Delay(limit, wallClock, patience));
            return query.Outcome.IsCompleted || query.IsTaken || patience.IsCancellationRequested ? await query.Outcome.WaitAsync(patience) : null;
        }
        finally
        {
            queues.Remove(queue, task);
        }
    }

    private Task ForgetStickyAsync(RunState state) => state.IsRunning
        ? runs.ChangeAsync(state.Key.Workflow, async scope =>
        {
            if (await scope.FindAsync(state.Key.RunId) is { State.IsRunning: true } run)
            {
                run.State.Sticky = null;
            }
        })
        : Task.CompletedTask;
}
