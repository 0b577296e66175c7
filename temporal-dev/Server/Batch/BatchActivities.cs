using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
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
        Require(asked.ActivityCase != BatchOperationUnpauseActivities.ActivityOneofCase.None, asked.Type, asked.MatchAll, "activity filter must be set");
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
        Require(asked.ActivityCase != BatchOperationResetActivities.ActivityOneofCase.None, asked.Type, asked.MatchAll, "must provide ActivityType or MatchAll");
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
        if (asked.ActivityOptions is null && !asked.RestoreOriginal) throw Refusal.Invalid("Either activity type must be set, or restore original should be set to true");
        if (asked.ActivityOptions is not null && asked.RestoreOriginal) throw Refusal.Invalid("cannot set both activity options and restore original");
        Require(asked.ActivityCase != BatchOperationUpdateActivityOptions.ActivityOneofCase.None, asked.Type, asked.MatchAll, "activity filter must be set");
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

    private static void Require(bool isFiltered, string type, bool all, string ofNone)
    {
        if (!isFiltered) throw Refusal.Invalid(ofNone);
        if (type.Length == 0 && !all) throw Refusal.Invalid("Either activity type must be set, or match all should be set to true");
    }
}
