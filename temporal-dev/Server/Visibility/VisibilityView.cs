using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>Shows an indexed run as an entry of a list.</summary>
internal static class VisibilityView
{
    /// <summary>The entry; sizes and duration are shown of closed runs only.</summary>
    public static WorkflowExecutionInfo Entry(IndexedRun run)
    {
        var record = run.Record;
        var info = new WorkflowExecutionInfo
        {
            Execution = Execution(record.WorkflowId, record.RunId),
            Type = new() { Name = record.WorkflowType },
            StartTime = Timestamp.FromDateTimeOffset(record.StartTime),
            ExecutionTime = Timestamp.FromDateTimeOffset(record.ExecutionTime),
            Status = record.Status,
            Memo = record.Memo ?? new(),
            TaskQueue = record.TaskQueue,
            RootExecution = Execution(record.RootWorkflowId, record.RootRunId),
        };
        if (run.Attributes.Count > 0) info.SearchAttributes = Attributes(run);
        if (record.ParentWorkflowId is not null) info.ParentExecution = Execution(record.ParentWorkflowId, record.ParentRunId ?? string.Empty);
        if (record.CloseTime is not { } closed) return info;

        info.CloseTime = Timestamp.FromDateTimeOffset(closed);
        info.ExecutionDuration = Duration.FromTimeSpan(run.ExecutionDuration!.Value);
        info.HistoryLength = record.HistoryLength;
        info.HistorySizeBytes = record.HistorySizeBytes;
        info.StateTransitionCount = record.StateTransitionCount;
        return info;
    }

    private static SearchAttributes Attributes(IndexedRun run)
    {
        var attributes = new SearchAttributes();
        foreach (var (name, payload) in run.Attributes) attributes.IndexedFields.Add(name, payload);
        return attributes;
    }

    private static WorkflowExecution Execution(string workflowId, string runId) => new() { WorkflowId = workflowId, RunId = runId };
}
