using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>Records that a workflow task completed, and what the run remembers of it.</summary>
internal static class WorkflowTaskRecord
{
    private const string BuildIds = "BuildIds";

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
        });
        state.Task = null;
        state.IsClosing = false;
        state.LastCompletedTaskStartedId = task.StartedEventId;
        state.Sticky = request.StickyAttributes is { WorkerTaskQueue.Name.Length: > 0 } sticky
            ? new(sticky.WorkerTaskQueue.Name, sticky.ScheduleToStartTimeout.OrZero())
            : null;
        RememberVersion(run, completed.EventId);
        return completed.EventId;
    }

    // Without worker versioning every build is "unversioned"; its first task is a point to reset to.
    private static void RememberVersion(RunChange run, long completedEventId)
    {
        var state = run.State;
        if (state.ResetPoints.IsEmpty)
        {
            state.ResetPoints = state.ResetPoints.Add(new()
            {
                RunId = state.Key.RunId,
                FirstWorkflowTaskCompletedId = completedEventId,
                CreateTime = run.Now.ToProto(),
                Resettable = true,
            });
        }

        if (state.SearchAttributes?.IndexedFields.ContainsKey(BuildIds) == true)
        {
            return;
        }

        var attributes = state.SearchAttributes?.Clone() ?? new SearchAttributes();
        attributes.IndexedFields[BuildIds] = new()
        {
            Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain"), ["type"] = ByteString.CopyFromUtf8("KeywordList") },
            Data = ByteString.CopyFromUtf8("[\"unversioned\"]"),
        };
        state.SearchAttributes = attributes;
    }
}
