using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Shows a schedule as the system workflow that it is on the real server, in a division of its own that lists hide.</summary>
internal static class ScheduleRecord
{
    /// <summary>Division of the namespace that schedules live in.</summary>
    public const string Division = "TemporalScheduler";

    /// <summary>Workflow id under which a schedule is known inside the server.</summary>
    public static string WorkflowId(string scheduleId) => ScheduleIds.Prefix + scheduleId;

    /// <summary>The schedule of such a workflow id.</summary>
    public static string ScheduleId(string workflowId) => workflowId[ScheduleIds.Prefix.Length..];

    /// <summary>The record.</summary>
    public static VisibilityRecord Of(ScheduleState state)
    {
        var attributes = new SortedDictionary<string, Payload>(StringComparer.Ordinal)
        {
            ["TemporalNamespaceDivision"] = Json($"\"{Division}\""),
            ["TemporalSchedulePaused"] = Json(state.Schedule.State.Paused ? "true" : "false"),
        };
        foreach (var (name, value) in state.SearchAttributes?.IndexedFields ?? []) attributes[name] = value;
        return new()
        {
            Namespace = state.Namespace,
            WorkflowId = WorkflowId(state.Id),
            RunId = state.RunId,
            WorkflowType = "temporal-sys-scheduler-workflow",
            TaskQueue = "temporal-sys-per-ns-tq",
            StartTime = state.CreateTime,
            ExecutionTime = state.CreateTime,
            Status = WorkflowExecutionStatus.Running,
            RootWorkflowId = WorkflowId(state.Id),
            RootRunId = state.RunId,
            Memo = state.Memo,
            SearchAttributes = attributes,
        };
    }

    private static Payload Json(string json)
    {
        var payload = new Payload { Data = ByteString.CopyFromUtf8(json) };
        payload.Metadata["encoding"] = ByteString.CopyFromUtf8("json/plain");
        return payload;
    }
}
