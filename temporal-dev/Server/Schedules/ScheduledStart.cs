using System.Globalization;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Makes the request that starts an action.</summary>
internal static class ScheduledStart
{
    /// <summary>Who a schedule is to the runs that it starts and ends.</summary>
    public static string Identity(ScheduleState state) => $"temporal-scheduler-{state.Namespace}-{state.Id}";

    /// <summary>The request: id with the nominal time, and, unless actions may overlap, what the last one left.</summary>
    public static StartWorkflowExecutionRequest Request(ScheduleState state, DueAction due)
    {
        var action = state.Schedule.Action.StartWorkflow;
        var isOverlapping = due.Policy == ScheduleOverlapPolicy.AllowAll;
        var nominal = due.Nominal.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new()
        {
            Namespace = state.Namespace,
            WorkflowId = state.Schedule.Policies.KeepOriginalWorkflowId ? action.WorkflowId : $"{action.WorkflowId}-{nominal}",
            WorkflowType = action.WorkflowType,
            TaskQueue = action.TaskQueue,
            Input = action.Input,
            WorkflowExecutionTimeout = action.WorkflowExecutionTimeout,
            WorkflowRunTimeout = action.WorkflowRunTimeout,
            WorkflowTaskTimeout = action.WorkflowTaskTimeout,
            Identity = Identity(state),
            // A start that was tried before a crash is found again.
            RequestId = StableId.Of(state.RunId, nominal, state.ActionCount.ToString(CultureInfo.InvariantCulture)),
            WorkflowIdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
            RetryPolicy = action.RetryPolicy,
            Memo = action.Memo,
            SearchAttributes = Attributes(action.SearchAttributes, state.Id, nominal),
            Header = action.Header,
            UserMetadata = action.UserMetadata,
            Priority = action.Priority,
            LastCompletionResult = isOverlapping ? null : state.LastResult,
            ContinuedFailure = isOverlapping ? null : state.LastFailure,
        };
    }

    private static SearchAttributes Attributes(SearchAttributes? own, string scheduleId, string nominal)
    {
        var attributes = own?.Clone() ?? new();
        attributes.IndexedFields["TemporalScheduledById"] = Text(scheduleId, IndexedValueType.Keyword);
        attributes.IndexedFields["TemporalScheduledStartTime"] = Text(nominal, IndexedValueType.Datetime);
        return attributes;
    }

    private static Payload Text(string value, IndexedValueType type)
    {
        var payload = new Payload { Data = ByteString.CopyFromUtf8(System.Text.Json.JsonSerializer.Serialize(value)) };
        payload.Metadata["encoding"] = ByteString.CopyFromUtf8("json/plain");
        return SearchAttributeValue.WithType(payload, type);
    }
}
