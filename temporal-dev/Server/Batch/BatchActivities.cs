using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Operations on pending activities of each run: those of one type, or all.</summary>
internal static class BatchActivities
{
    /// <summary>Lets paused ones go on.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: it does not say which.</exception>
    public static BatchOperation Unpause(StartBatchOperationRequest request, IRunMessages runs)
    {
        var asked = request.UnpauseActivitiesOperation;
        Require(asked.ActivityCase != BatchOperationUnpauseActivities.ActivityOneofCase.None);
        return new(BatchOperationType.UnpauseActivity, asked.Identity, run =>
        {
            var one = new UnpauseActivityRequest
            {
                Namespace = request.Namespace,
                Execution = run,
                Identity = asked.Identity,
                ResetAttempts = asked.ResetAttempts,
                ResetHeartbeat = asked.ResetHeartbeat,
                Jitter = asked.Jitter,
            };
            if (asked.ActivityCase == BatchOperationUnpauseActivities.ActivityOneofCase.Type) one.Type = asked.Type;
            else one.UnpauseAll = true;
            return runs.UnpauseAsync(one);
        });
    }

    /// <summary>Begins them anew.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: it does not say which.</exception>
    public static BatchOperation Reset(StartBatchOperationRequest request, IRunMessages runs)
    {
        var asked = request.ResetActivitiesOperation;
        Require(asked.ActivityCase != BatchOperationResetActivities.ActivityOneofCase.None);
        return new(BatchOperationType.ResetActivity, asked.Identity, run =>
        {
            var one = new ResetActivityRequest
            {
                Namespace = request.Namespace,
                Execution = run,
                Identity = asked.Identity,
                ResetHeartbeat = asked.ResetHeartbeat,
                KeepPaused = asked.KeepPaused,
                Jitter = asked.Jitter,
                RestoreOriginalOptions = asked.RestoreOriginalOptions,
            };
            if (asked.ActivityCase == BatchOperationResetActivities.ActivityOneofCase.Type) one.Type = asked.Type;
            else one.MatchAll = true;
            return runs.ResetActivityAsync(one);
        });
    }

    /// <summary>Changes their options.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: it does not say which.</exception>
    public static BatchOperation UpdateOptions(StartBatchOperationRequest request, IRunMessages runs)
    {
        var asked = request.UpdateActivityOptionsOperation;
        Require(asked.ActivityCase != BatchOperationUpdateActivityOptions.ActivityOneofCase.None);
        return new(BatchOperationType.UpdateActivityOptions, asked.Identity, run =>
        {
            var one = new UpdateActivityOptionsRequest
            {
                Namespace = request.Namespace,
                Execution = run,
                Identity = asked.Identity,
                ActivityOptions = asked.ActivityOptions,
                UpdateMask = asked.UpdateMask,
                RestoreOriginal = asked.RestoreOriginal,
            };
            if (asked.ActivityCase == BatchOperationUpdateActivityOptions.ActivityOneofCase.Type) one.Type = asked.Type;
            else one.MatchAll = true;
            return runs.UpdateActivityOptionsAsync(one);
        });
    }

    private static void Require(bool isFiltered)
    {
        if (!isFiltered) throw new GrpcException(GrpcStatusCode.InvalidArgument, "activity filter must be set");
    }
}
