using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Schedules.Specs;
using Gauntlet.Temporal.Server.Time;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Brings what callers send into the form in which schedules are kept and shown.</summary>
internal static class ScheduleDefinition
{
    private static readonly TimeSpan CatchUp = TimeSpan.FromDays(365);
    private static readonly TimeSpan ShortestCatchUp = TimeSpan.FromSeconds(10);

    /// <summary>A copy with a canonical spec and complete policies.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT: spec or action say what they must not.</exception>
    public static Schedule Complete(Schedule? given)
    {
        var policies = given?.Policies?.Clone() ?? new();
        if (policies.OverlapPolicy == ScheduleOverlapPolicy.Unspecified) policies.OverlapPolicy = ScheduleOverlapPolicy.Skip;
        policies.CatchupWindow ??= Duration.FromTimeSpan(CatchUp);
        return new()
        {
            Spec = SpecCanon.Of(given?.Spec),
            Action = Action(given?.Action),
            Policies = policies,
            State = given?.State?.Clone() ?? new(),
        };
    }

    /// <summary>How late an action may still be started.</summary>
    public static TimeSpan CatchUpWindow(Schedule schedule)
    {
        var window = schedule.Policies.CatchupWindow.Saturated();
        return window > ShortestCatchUp ? window : ShortestCatchUp;
    }

    private static ScheduleAction Action(ScheduleAction? given)
    {
        var action = given?.Clone() ?? new();
        if (action.StartWorkflow is { } start)
        {
            RequestChecks.Length(start.WorkflowId, "WorkflowId");
            RequestChecks.Require(start.WorkflowType is { Name.Length: > 0 }, "WorkflowType is not set on request.");
            RequestChecks.Length(start.WorkflowType!.Name, "WorkflowType");
            if (QueueNames.Fault(start.TaskQueue) is { } fault) throw Refusals.Invalid(fault);
        }

        if (action.StartWorkflow is { TaskQueue: { } queue } && queue.Kind == TaskQueueKind.Unspecified) queue.Kind = TaskQueueKind.Normal;
        return action;
    }
}
