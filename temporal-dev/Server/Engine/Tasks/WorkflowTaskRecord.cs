using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Records that a workflow task completed, and what the run remembers of it.</summary>
internal static class WorkflowTaskRecord
{
    private const string BuildIds = "BuildIds";
    private const string Unversioned = "unversioned";

    /// <returns>Id of the Completed event.</returns>
    public static long Complete(RunChange run, PendingWorkflowTask task, RespondWorkflowTaskCompletedRequest request)
    {
        var state = run.State;
        var version = WorkerVersion.Of(request.DeploymentOptions);
        var deployment = request.DeploymentOptions?.DeploymentName ?? string.Empty;
        var completed = run.Write(EventType.WorkflowTaskCompleted, e => e.WorkflowTaskCompletedEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Identity = request.Identity,
            SdkMetadata = request.SdkMetadata,
            MeteringMetadata = request.MeteringMetadata,
            VersioningBehavior = request.VersioningBehavior,
            WorkerVersion = request.WorkerVersionStamp,
            WorkerDeploymentName = deployment,
            DeploymentVersion = version?.ToProto(),
        });
        state.MoveTask(null);
        state.IsClosing = false;
        state.LastCompletedTaskStartedId = task.StartedEventId;
        state.Sticky = request.StickyAttributes is { WorkerTaskQueue.Name.Length: > 0 } sticky
            ? new(sticky.WorkerTaskQueue.Name, sticky.ScheduleToStartTimeout.OrZero())
            : null;
        var build = request.WorkerVersionStamp?.BuildId ?? string.Empty;
        RememberPoint(run, completed.EventId, version?.Build ?? build);
        if (state.Versioning is null && version is null && state.WorkerDeployment.Length + deployment.Length == 0)
        {
            RememberBuild(state, build);
        }
        else
        {
            state.BuildId = build;
            VersionSteps.Complete(run, version, request.VersioningBehavior, deployment);
        }

        return completed.EventId;
    }

    // The first task of each build is a point to reset to.
    private static void RememberPoint(RunChange run, long completedEventId, string buildId)
    {
        var state = run.State;
        if (!state.ResetPoints.Exists(point => point.BuildId == buildId))
        {
            state.ResetPoints = state.ResetPoints.Add(new()
            {
                BuildId = buildId,
                RunId = state.Key.RunId,
                FirstWorkflowTaskCompletedId = completedEventId,
                CreateTime = run.Now.ToProto(),
                Resettable = true,
            });
        }
    }

    // Without worker versioning every build is "unversioned".
    private static void RememberBuild(RunState state, string buildId)
    {
        if (state.BuildId != buildId || state.SearchAttributes?.IndexedFields.ContainsKey(BuildIds) != true)
        {
            state.BuildId = buildId;
            ListBuild(state, buildId);
        }
    }

    private static void ListBuild(RunState state, string buildId)
    {
        var builds = buildId.Length == 0 ? (string[])[Unversioned] : [Unversioned, $"{Unversioned}:{buildId}"];
        state.SetWords(BuildIds, [.. state.Words(BuildIds).Union(builds, StringComparer.Ordinal)]);
    }
}
