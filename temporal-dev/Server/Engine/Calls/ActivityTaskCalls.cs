using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Activity tasks: poll, heartbeat, complete, fail, report as cancelled; by token or by id.</summary>
internal sealed class ActivityTaskCalls(WorkflowRuns runs, TaskPolls polls, TaskQueues queues)
{
    public Task<PollActivityTaskQueueResponse> PollAsync(PollActivityTaskQueueRequest request, GrpcServerCall call)
    {
        var key = TaskPolls.Queue(request.Namespace, request.TaskQueue, request.Identity, TaskQueueType.Activity);
        var rate = (float?)request.TaskQueueMetadata?.MaxTasksPerSecond ?? PollerSeen.Unlimited;
        var version = TaskPolls.Version(request.DeploymentOptions);
        return polls.PollAsync(
            key,
            isOwn: false,
            request.Identity,
            call,
            task => StartAsync((ActivityMatchTask)task, request.Identity, request.WorkerVersionCapabilities?.BuildId ?? string.Empty, version),
            request.DeploymentOptions,
            request.WorkerVersionCapabilities,
            rate);
    }

    public async Task<RecordActivityTaskHeartbeatResponse> HeartbeatAsync(RecordActivityTaskHeartbeatRequest request, GrpcServerCall call)
    {
        var beat = await BeatAsync(ActivityName.Of(request.TaskToken), request.Details, request.Identity);
        return new() { CancelRequested = beat.Cancel, ActivityPaused = beat.Paused, ActivityReset = beat.Reset };
    }

    public async Task<RecordActivityTaskHeartbeatByIdResponse> HeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, GrpcServerCall call)
    {
        var beat = await BeatAsync(
            ActivityName.Of(request.Namespace, request.WorkflowId, request.RunId, request.ActivityId), request.Details, request.Identity);
        return new() { CancelRequested = beat.Cancel, ActivityPaused = beat.Paused, ActivityReset = beat.Reset };
    }

    public async Task<RespondActivityTaskCompletedResponse> CompleteAsync(RespondActivityTaskCompletedRequest request, GrpcServerCall call)
    {
        await CompleteAsync(ActivityName.Of(request.TaskToken), request.Result, request.Identity);
        return new();
    }

    public async Task<RespondActivityTaskCompletedByIdResponse> CompleteByIdAsync(RespondActivityTaskCompletedByIdRequest request, GrpcServerCall call)
    {
        await CompleteAsync(ActivityName.Of(request.Namespace, request.WorkflowId, request.RunId, request.ActivityId), request.Result, request.Identity);
        return new();
    }

    public async Task<RespondActivityTaskFailedResponse> FailAsync(RespondActivityTaskFailedRequest request, GrpcServerCall call)
    {
        await FailAsync(ActivityName.Of(request.TaskToken), request.Failure, request.LastHeartbeatDetails, request.Identity);
        return new();
    }

    public async Task<RespondActivityTaskFailedByIdResponse> FailByIdAsync(RespondActivityTaskFailedByIdRequest request, GrpcServerCall call)
    {
        var name = ActivityName.Of(request.Namespace, request.WorkflowId, request.RunId, request.ActivityId);
        await FailAsync(name, request.Failure, request.LastHeartbeatDetails, request.Identity);
        return new();
    }

    public async Task<RespondActivityTaskCanceledResponse> CancelAsync(RespondActivityTaskCanceledRequest request, GrpcServerCall call)
    {
        await CancelAsync(ActivityName.Of(request.TaskToken), request.Details, request.Identity);
        return new();
    }

    public async Task<RespondActivityTaskCanceledByIdResponse> CancelByIdAsync(RespondActivityTaskCanceledByIdRequest request, GrpcServerCall call)
    {
        await CancelAsync(ActivityName.Of(request.Namespace, request.WorkflowId, request.RunId, request.ActivityId), request.Details, request.Identity);
        return new();
    }

    private Task<PollActivityTaskQueueResponse?> StartAsync(ActivityMatchTask match, string identity, string buildId, WorkerVersion? version) =>
        runs.ChangePatientlyAsync(match.Run.Workflow, async scope =>
        {
            if (await scope.FindAsync(match.Run.RunId) is { State.IsRunning: true } run
                && run.State.Activities.TryGetValue(match.ScheduledEventId, out var activity)
                && activity.Stamp == match.Stamp && !activity.IsStarted)
            {
                if (VersionSteps.Lets(run, version, queues))
                {
                    return ActivityTaskAnswer.Of(run.State, ActivityAttempts.Start(run, activity, identity, Guid.NewGuid().ToString(), buildId, version));
                }

                // The run comes to the worker's version first; its activities are offered again when it has.
                if (ReferenceEquals(run.State.Versioning, run.Before!.Versioning)) scope.Drop();
                return null;
            }

            scope.Drop();
            return null;
        });

    private Task<(bool Cancel, bool Paused, bool Reset)> BeatAsync(ActivityName name, Payloads? details, string identity) =>
        runs.ChangeAsync(name.Workflow, async scope =>
        {
            var (run, activity) = await name.FindAsync(scope);
            if (!activity.IsStarted)
            {
                throw Refusals.UnknownActivity();
            }

            if (IsTooLarge(details))
            {
                // The activity is told to stop: it has failed already.
                ActivityEnds.Fail(run, activity, TooLarge("Heartbeat details exceed size limit."), identity);
                return (true, false, false);
            }

            activity = ActivityAttempts.Heartbeat(run, activity, details);
            return (activity.CancelRequestedEventId != 0, activity.Pause is not null, activity.ResetRequested);
        });

    private Task CompleteAsync(ActivityName name, Payloads? result, string identity) => runs.ChangeAsync(name.Workflow, async scope =>
    {
        var (run, activity) = await name.FindAsync(scope);
        if (IsTooLarge(result))
        {
            ActivityEnds.Fail(run, activity, TooLarge("Complete result exceeds size limit."), identity);
        }
        else
        {
            // Who answers one that nobody has begun, which only its id allows, has begun it.
            if (!activity.IsStarted) activity = activity with { StartedTime = run.Now, StartedIdentity = identity };
            ActivityEnds.Complete(run, activity, result, identity);
        }
    });

    private Task FailAsync(ActivityName name, Failure? failure, Payloads? lastHeartbeat, string identity) => runs.ChangeAsync(name.Workflow, async scope =>
    {
        var (run, activity) = await name.FindAsync(scope);
        if (!activity.IsStarted) throw Refusals.UnknownActivity();
        if (lastHeartbeat is not null)
        {
            activity = ActivityAttempts.Heartbeat(run, activity, lastHeartbeat);
        }

        ActivityEnds.Fail(run, activity, failure ?? new Failure(), identity);
    });

    private Task CancelAsync(ActivityName name, Payloads? details, string identity) => runs.ChangeAsync(name.Workflow, async scope =>
    {
        var (run, activity) = await name.FindAsync(scope);
        RequestChecks.Require(
            activity.CancelRequestedEventId != 0, "unable to mark activity as canceled without activity being request canceled first");
        ActivityEnds.Cancel(run, activity, details, identity);
    });

    private static bool IsTooLarge(IMessage? payloads) => (payloads?.CalculateSize() ?? 0) > EngineLimits.BlobBytes;

    private static Failure TooLarge(string text) => new() { Message = text, ServerFailureInfo = new() { NonRetryable = true } };
}
