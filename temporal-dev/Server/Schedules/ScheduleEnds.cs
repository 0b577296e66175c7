using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>What the end of a run means to its schedule: another run of the same chain, or the end of the action.</summary>
internal static class ScheduleEnds
{
    /// <summary>Takes note of a closed run.</summary>
    /// <param name="state">The schedule.</param>
    /// <param name="runId">The run that closed; one that the schedule does not know is ignored.</param>
    /// <param name="services">Where to read its last event.</param>
    /// <param name="follow">Called with the run that goes on where this one ended.</param>
    public static async Task ApplyAsync(ScheduleState state, string runId, ScheduleServices services, Action<string> follow)
    {
        services.Forget(state.Namespace, runId);
        if (state.Running.Concat(state.Recent).FirstOrDefault(a => a.RunId == runId) is not { } action) return;
        var last = await services.Runs.CloseEventAsync(state.Namespace, action.WorkflowId, runId);
        if (Successor(last) is { Length: > 0 } next)
        {
            action.RunId = next;
            follow(next);
            return;
        }

        state.Running.Remove(action);
        action.Status = Status(last);
        if (!action.IsOverlapping) Remember(state, action, last);
    }

    private static string? Successor(HistoryEvent? last) => last?.AttributesCase switch
    {
        HistoryEvent.AttributesOneofCase.WorkflowExecutionContinuedAsNewEventAttributes => last.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionCompletedEventAttributes => last.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionFailedEventAttributes => last.WorkflowExecutionFailedEventAttributes.NewExecutionRunId,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionTimedOutEventAttributes => last.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId,
        _ => null,
    };

    // A run that is gone with its history counts as terminated.
    private static WorkflowExecutionStatus Status(HistoryEvent? last) => last?.EventType switch
    {
        EventType.WorkflowExecutionCompleted => WorkflowExecutionStatus.Completed,
        EventType.WorkflowExecutionFailed => WorkflowExecutionStatus.Failed,
        EventType.WorkflowExecutionTimedOut => WorkflowExecutionStatus.TimedOut,
        EventType.WorkflowExecutionCanceled => WorkflowExecutionStatus.Canceled,
        _ => WorkflowExecutionStatus.Terminated,
    };

    private static void Remember(ScheduleState state, StartedAction action, HistoryEvent? last)
    {
        switch (action.Status)
        {
            case WorkflowExecutionStatus.Completed:
                state.LastResult = last!.WorkflowExecutionCompletedEventAttributes.Result;
                state.LastFailure = null;
                break;
            case WorkflowExecutionStatus.Failed:
                Fail(state, action, last!.WorkflowExecutionFailedEventAttributes.Failure, "failure");
                break;
            case WorkflowExecutionStatus.TimedOut:
                Fail(state, action, new() { Message = "workflow timeout", TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose } }, "timeout");
                break;
        }
    }

    private static void Fail(ScheduleState state, StartedAction action, Failure failure, string what)
    {
        state.LastFailure = failure;
        if (state.Schedule.Policies.PauseOnFailure) SchedulePatching.Pause(state, true, $"paused due to workflow {what}: {action.WorkflowId}: {failure.Message}");
    }
}
