using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>What people do to pending activities: pause, unpause, reset, other options.</summary>
internal sealed class ActivityAdminCalls(WorkflowRuns runs)
{
    public async Task<PauseActivityResponse> PauseAsync(PauseActivityRequest request, GrpcServerCall? call = null)
    {
        await ChangeAsync(request.Namespace, request.Execution, request.ActivityCase != PauseActivityRequest.ActivityOneofCase.None, request.Id, request.Type, all: false, (run, activity) =>
        {
            if (activity.Pause is null)
            {
                // The stamp changes unless a worker has it: tasks on offer are void.
                var stamp = activity.IsStarted ? activity.Stamp : Guid.NewGuid().ToString();
                ActivityAttempts.Put(run, activity with { Pause = new(run.Now, request.Identity, request.Reason), Stamp = stamp });
            }
        });
        return new();
    }

    public async Task<UnpauseActivityResponse> UnpauseAsync(UnpauseActivityRequest request, GrpcServerCall? call = null)
    {
        await ChangeAsync(request.Namespace, request.Execution, request.ActivityCase != UnpauseActivityRequest.ActivityOneofCase.None, request.Id, request.Type, request.UnpauseAll, (run, activity) =>
        {
            if (activity.Pause is null)
            {
                return;
            }

            var free = WithoutHeartbeats(activity, request.ResetHeartbeat) with
            {
                Pause = null,
                Attempt = request.ResetAttempts ? 1 : activity.Attempt,
            };
            Release(run, free);
        });
        return new();
    }

    public async Task<ResetActivityResponse> ResetAsync(ResetActivityRequest request, GrpcServerCall? call = null)
    {
        await ChangeAsync(request.Namespace, request.Execution, request.ActivityCase != ResetActivityRequest.ActivityOneofCase.None, request.Id, request.Type, request.MatchAll, (run, activity) =>
        {
            activity = activity with { Pause = request.KeepPaused ? activity.Pause : null };
            if (activity.IsStarted)
            {
                ActivityAttempts.Put(run, activity with { ResetRequested = true, ResetHeartbeats = request.ResetHeartbeat });
            }
            else
            {
                Release(run, WithoutHeartbeats(activity, request.ResetHeartbeat) with { Attempt = 1 });
            }
        });
        return new();
    }

    public async Task<UpdateActivityOptionsResponse> UpdateOptionsAsync(UpdateActivityOptionsRequest request, GrpcServerCall? call = null)
    {
        var response = new UpdateActivityOptionsResponse();
        RequestChecks.Require(request.Execution is { WorkflowId.Length: > 0 }, "WorkflowId is not set on request.");
        RequestChecks.Require(request.UpdateMask is null || !request.RestoreOriginal, "Both UpdateMask and RestoreOriginal are provided");
        await ChangeAsync(request.Namespace, request.Execution, request.ActivityCase != UpdateActivityOptionsRequest.ActivityOneofCase.None, request.Id, request.Type, request.MatchAll, (run, activity) =>
        {
            RequestChecks.Require(request.UpdateMask is not null || request.RestoreOriginal, "UpdateMask is not provided");
            activity = request.RestoreOriginal
                ? ActivityOptionsChange.Original(activity)
                : ActivityOptionsChange.Of(activity, request.ActivityOptions, request.UpdateMask!, run.State.Start.WorkflowRunTimeout.OrZero());
            response.ActivityOptions = PendingActivityView.Options(activity, QueueNames.Normal(activity.TaskQueue));
            if (activity.IsStarted)
            {
                ActivityAttempts.Put(run, activity);
            }
            else if (activity.IsBackingOff)
            {
                ActivityAttempts.Wait(run, activity);
            }
            else
            {
                ActivityAttempts.Offer(run, activity);
            }
        });
        return response;
    }

    // Whoever lets an activity go wants it tried now, however long its wait was still to be.
    private static void Release(RunChange run, PendingActivity activity)
    {
        if (activity.IsStarted || activity.Pause is not null)
        {
            ActivityAttempts.Put(run, activity);
        }
        else
        {
            ActivityAttempts.Offer(run, activity);
        }
    }

    private static PendingActivity WithoutHeartbeats(PendingActivity activity, bool forget) =>
        forget ? activity with { HeartbeatDetails = null, LastHeartbeatTime = null } : activity;

    private Task ChangeAsync(
        string @namespace, WorkflowExecution? execution, bool isNamed, string id, string type, bool all, Action<RunChange, PendingActivity> change)
    {
        RequestChecks.Require(execution is { WorkflowId.Length: > 0 }, "WorkflowId is not set on request.");
        RequestChecks.Require(isNamed, "Either Activity.Id or Activity.Type should be set on request.");
        var key = RequestChecks.Execution(@namespace, execution, ofRunId: "RunId is not valid UUID.");
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, execution!.RunId);
            var found = run.State.Activities.Values
                .Where(a => all || (type.Length > 0 ? a.Scheduled.ActivityType.Name == type : a.ActivityId == id))
                .ToList();
            if (found.Count == 0 && !all)
            {
                throw Refusals.NotFound("Can't find pending activity with such ID. Invalid activityID or activity already completed");
            }

            foreach (var activity in found)
            {
                change(run, activity);
            }

            PausedTypes.List(run.State);
        });
    }
}
