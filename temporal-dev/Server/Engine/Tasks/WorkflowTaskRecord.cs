using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
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
        var completed = run.Write(EventType.WorkflowTaskCompleted, e => e.WorkflowTaskCompletedEventAttributes = new()
        {
            ScheduledEventId = task.ScheduledEventId,
            StartedEventId = task.StartedEventId,
            Identity = request.Identity,
            SdkMetadata = request.SdkMetadata,
            MeteringMetadata = request.MeteringMetadata,
            VersioningBehavior = request.VersioningBehavior,
            WorkerVersion = request.WorkerVersionStamp,
        });
        state.MoveTask(null);
        state.IsClosing = false;
        state.LastCompletedTaskStartedId = task.StartedEventId;
        state.Sticky = request.StickyAttributes is { WorkerTaskQueue.Name.Length: > 0 } sticky
            ? new(sticky.WorkerTaskQueue.Name, sticky.ScheduleToStartTimeout.OrZero())
            : null;
        RememberBuild(run, completed.EventId, request.WorkerVersionStamp?.BuildId ?? string.Empty);
        return completed.EventId;
    }

    // Without worker versioning every build is "unversioned"; the first task of each is a point to reset to.
    private static void RememberBuild(RunChange run, long completedEventId, string buildId)
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
