using System.Buffers.Binary;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Shows a schedule as the API's messages; to be called while nothing changes it.</summary>
internal static class ScheduleView
{
    private const int FutureTimes = 10;
    private const int ListedTimes = 5;

    /// <summary>Everything.</summary>
    public static DescribeScheduleResponse Describe(ScheduleState state) => new()
    {
        Schedule = state.Schedule.Clone(),
        Info = Info(state),
        Memo = state.Memo,
        SearchAttributes = state.SearchAttributes,
        ConflictToken = Token(state),
    };

    /// <summary>What a list shows.</summary>
    public static ScheduleListInfo Listed(ScheduleState state) => new()
    {
        Spec = state.Schedule.Spec,
        WorkflowType = state.Schedule.Action.StartWorkflow?.WorkflowType,
        Notes = state.Schedule.State.Notes,
        Paused = state.Schedule.State.Paused,
        RecentActions = { state.Recent.TakeLast(ListedTimes).Select(Action) },
        FutureActionTimes = { Future(state, ListedTimes) },
    };

    /// <summary>Names the state that a caller saw.</summary>
    public static ByteString Token(ScheduleState state)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, state.ConflictToken);
        return ByteString.CopyFrom(bytes);
    }

    private static ScheduleInfo Info(ScheduleState state) => new()
    {
        ActionCount = state.ActionCount,
        MissedCatchupWindow = state.MissedCatchUp,
        OverlapSkipped = state.OverlapSkipped,
        BufferDropped = state.BufferDropped,
        BufferSize = state.Buffer.Count,
        RunningWorkflows = { state.Running.Select(static run => Execution(run.WorkflowId, run.RunId)) },
        RecentActions = { state.Recent.Select(Action) },
        FutureActionTimes = { Future(state, FutureTimes) },
        CreateTime = Timestamp.FromDateTimeOffset(state.CreateTime),
        UpdateTime = state.UpdateTime is { } updated ? Timestamp.FromDateTimeOffset(updated) : null,
    };

    private static IEnumerable<Timestamp> Future(ScheduleState state, int count) =>
        state.Times.Between(state.DoneUpTo, DateTimeOffset.MaxValue, count).Select(static time => Timestamp.FromDateTimeOffset(time.Actual));

    private static ScheduleActionResult Action(StartedAction action) => new()
    {
        ScheduleTime = Timestamp.FromDateTimeOffset(action.Nominal),
        ActualTime = Timestamp.FromDateTimeOffset(action.Started),
        StartWorkflowResult = Execution(action.WorkflowId, action.FirstRunId),
        StartWorkflowStatus = action.Status,
    };

    private static WorkflowExecution Execution(string workflowId, string runId) => new() { WorkflowId = workflowId, RunId = runId };
}
