using System.Collections.Immutable;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Visibility;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Runs;

/// <summary>A run as lists show it.</summary>
internal static class RunRecords
{
    public static bool IsVisibleChange(RunState? before, RunState after) =>
        before is null || before.Status != after.Status || !ReferenceEquals(before.Memo, after.Memo)
        || !ReferenceEquals(before.SearchAttributes, after.SearchAttributes) || before.FirstTaskDue != after.FirstTaskDue;

    public static VisibilityRecord Of(RunState state)
    {
        var parent = state.Start.ParentWorkflowExecution;
        var root = state.Start.RootWorkflowExecution;
        return new()
        {
            Namespace = state.Key.Namespace,
            WorkflowId = state.Key.WorkflowId,
            RunId = state.Key.RunId,
            WorkflowType = state.Start.WorkflowType.Name,
            TaskQueue = state.TaskQueue,
            StartTime = state.StartTime,
            ExecutionTime = state.ExecutionTime,
            CloseTime = state.CloseTime,
            Status = state.Status,
            HistoryLength = state.LastEventId,
            HistorySizeBytes = state.HistorySizeBytes,
            StateTransitionCount = state.Transitions,
            ParentWorkflowId = parent?.WorkflowId,
            ParentRunId = parent?.RunId,
            RootWorkflowId = root?.WorkflowId ?? state.Key.WorkflowId,
            RootRunId = root?.RunId ?? state.Key.RunId,
            Memo = state.Memo,
            SearchAttributes = state.SearchAttributes?.IndexedFields.ToImmutableDictionary() ?? ImmutableDictionary<string, Payload>.Empty,
        };
    }
}
