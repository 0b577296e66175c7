using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Machines;

/// <summary>An activity, from its schedule to its end.</summary>
internal sealed class ActivityMachine : Machine<ActivityMachine.States, ActivityMachine.Inputs, ActivityMachine>
{
    /// <summary>What an activity may do.</summary>
    public static readonly TransitionTable<States, Inputs, ActivityMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Schedule, States.ScheduleCommandCreated, m => m.Run.Commands.Add(m._schedule, m) },
        { States.ScheduleCommandCreated, Inputs.Scheduled, States.ScheduledEventRecorded },
        { States.ScheduleCommandCreated, Inputs.Cancel, States.Withdrawn, m => m.Withdraw() },
        { States.ScheduledEventRecorded, Inputs.Started, States.Started },
        { States.ScheduledEventRecorded, Inputs.TimedOut, States.Closed, m => m.ResolveTimedOut() },
        { States.ScheduledEventRecorded, Inputs.Cancel, States.ScheduledCancelCommandCreated, m => m.EmitCancel() },
        { States.ScheduledEventRecorded, Inputs.Abandon, States.Abandoned, m => m.ResolveCanceledLocally() },
        { States.Started, Inputs.Completed, States.Closed, m => m.ResolveCompleted() },
        { States.Started, Inputs.Failed, States.Closed, m => m.ResolveFailed() },
        { States.Started, Inputs.TimedOut, States.Closed, m => m.ResolveTimedOut() },
        { States.Started, Inputs.Cancel, States.StartedCancelCommandCreated, m => m.EmitCancel() },
        { States.Started, Inputs.Abandon, States.Abandoned, m => m.ResolveCanceledLocally() },
        { States.ScheduledCancelCommandCreated, Inputs.CancelRequested, States.ScheduledCancelEventRecorded },
        { States.ScheduledCancelEventRecorded, Inputs.Started, States.StartedCancelEventRecorded },
        { States.ScheduledCancelEventRecorded, Inputs.Canceled, States.Closed, m => m.ResolveCanceled() },
        { States.ScheduledCancelEventRecorded, Inputs.TimedOut, States.Closed, m => m.ResolveTimedOut() },
        { States.StartedCancelCommandCreated, Inputs.CancelRequested, States.StartedCancelEventRecorded },
        { States.StartedCancelEventRecorded, Inputs.Completed, States.Closed, m => m.ResolveCompleted() },
        { States.StartedCancelEventRecorded, Inputs.Failed, States.Closed, m => m.ResolveFailed() },
        { States.StartedCancelEventRecorded, Inputs.TimedOut, States.Closed, m => m.ResolveTimedOut() },
        { States.StartedCancelEventRecorded, Inputs.Canceled, States.Closed, m => m.ResolveCanceled() },
        { States.Abandoned, Inputs.Started, States.Abandoned },
        { States.Abandoned, Inputs.Completed, States.Closed },
        { States.Abandoned, Inputs.Failed, States.Closed },
        { States.Abandoned, Inputs.TimedOut, States.Closed },
    };

    private readonly Command _schedule;
    private readonly ActivityCancellationType _cancellation;
    private readonly Action<Outcome> _resolve;
    private long _scheduledEventId;
    private bool _resolved;

    /// <summary>Makes an activity that is not scheduled yet.</summary>
    /// <param name="run">The run.</param>
    /// <param name="schedule">Its schedule command.</param>
    /// <param name="cancellation">When a cancelled one counts as ended.</param>
    /// <param name="resolve">Told how it ended, once.</param>
    public ActivityMachine(IMachineHost run, Command schedule, ActivityCancellationType cancellation, Action<Outcome> resolve)
        : base(Table, run)
    {
        _schedule = schedule;
        _cancellation = cancellation;
        _resolve = resolve;
    }

    /// <summary>States of an activity.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>Its schedule is in the queue.</summary>
        ScheduleCommandCreated,

        /// <summary>It is scheduled.</summary>
        ScheduledEventRecorded,

        /// <summary>A worker has it.</summary>
        Started,

        /// <summary>Cancelled before it started; the request is in the queue.</summary>
        ScheduledCancelCommandCreated,

        /// <summary>Cancelled before it started.</summary>
        ScheduledCancelEventRecorded,

        /// <summary>Cancelled while it runs; the request is in the queue.</summary>
        StartedCancelCommandCreated,

        /// <summary>Cancelled while it runs.</summary>
        StartedCancelEventRecorded,

        /// <summary>Nobody waits for it any more.</summary>
        Abandoned,

        /// <summary>Cancelled before it was sent.</summary>
        Withdrawn,

        /// <summary>It ended.</summary>
        Closed,
    }

    /// <summary>What moves an activity.</summary>
    public enum Inputs
    {
        /// <summary>Code schedules it.</summary>
        Schedule,

        /// <summary>ActivityTaskScheduled.</summary>
        Scheduled,

        /// <summary>ActivityTaskStarted.</summary>
        Started,

        /// <summary>ActivityTaskCompleted.</summary>
        Completed,

        /// <summary>ActivityTaskFailed.</summary>
        Failed,

        /// <summary>ActivityTaskTimedOut.</summary>
        TimedOut,

        /// <summary>Code cancels it.</summary>
        Cancel,

        /// <summary>Code cancels it, and it is to be left alone.</summary>
        Abandon,

        /// <summary>ActivityTaskCancelRequested.</summary>
        CancelRequested,

        /// <summary>ActivityTaskCanceled.</summary>
        Canceled,
    }

    /// <summary>Code wants it cancelled. Nothing happens if it has ended or was cancelled before.</summary>
    public void Cancel()
    {
        if (State == States.ScheduleCommandCreated)
        {
            Move(Inputs.Cancel);
        }
        else if (State is States.ScheduledEventRecorded or States.Started)
        {
            Move(_cancellation == ActivityCancellationType.Abandon ? Inputs.Abandon : Inputs.Cancel);
        }
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => State switch
    {
        States.ScheduledCancelCommandCreated or States.StartedCancelCommandCreated =>
            recorded.EventType == EventType.ActivityTaskCancelRequested,
        _ => recorded.EventType == EventType.ActivityTaskScheduled,
    };

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        if (recorded.EventType == EventType.ActivityTaskCancelRequested)
        {
            var requested = recorded.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId;
            Nondeterminism.RequireSame("Scheduled event id", $"{requested}", $"{_scheduledEventId}", recorded);
            Move(Inputs.CancelRequested, recorded);
            return;
        }

        var scheduled = recorded.ActivityTaskScheduledEventAttributes;
        var asked = _schedule.ScheduleActivityTaskCommandAttributes;
        Nondeterminism.RequireSame("Activity id", scheduled.ActivityId, asked.ActivityId, recorded);
        Nondeterminism.RequireSame("Activity type", scheduled.ActivityType?.Name, asked.ActivityType?.Name, recorded);
        _scheduledEventId = recorded.EventId;
        Move(Inputs.Scheduled, recorded);
    }

    private void EmitCancel()
    {
        Run.Commands.Add(
            new()
            {
                CommandType = CommandType.RequestCancelActivityTask,
                RequestCancelActivityTaskCommandAttributes = new() { ScheduledEventId = _scheduledEventId },
            },
            this);
        if (_cancellation == ActivityCancellationType.TryCancel)
        {
            ResolveCanceledLocally();
        }
    }

    private void Withdraw()
    {
        Run.Commands.Withdraw(this);
        ResolveCanceledLocally();
    }

    private void ResolveCompleted() => Resolve(Outcome.Completed(Event!.ActivityTaskCompletedEventAttributes?.Result));

    private void ResolveFailed()
    {
        var failed = Event!.ActivityTaskFailedEventAttributes ?? new();
        Resolve(Wrapped("Activity task failed", failed.Failure, failed.StartedEventId, failed.Identity, failed.RetryState));
    }

    private void ResolveTimedOut()
    {
        var timedOut = Event!.ActivityTaskTimedOutEventAttributes ?? new();
        Resolve(Wrapped("Activity task timed out", timedOut.Failure, timedOut.StartedEventId, string.Empty, timedOut.RetryState));
    }

    private void ResolveCanceled()
    {
        var canceled = Event!.ActivityTaskCanceledEventAttributes ?? new();
        var cause = new Failure
        {
            Message = "Activity canceled",
            CanceledFailureInfo = new() { Details = canceled.Details },
        };
        Resolve(Wrapped("Activity canceled", cause, canceled.StartedEventId, canceled.Identity, RetryState.CancelRequested));
    }

    private void ResolveCanceledLocally() => Resolve(Wrapped(
        "Activity canceled", new() { Message = "Activity canceled", CanceledFailureInfo = new() }, 0, string.Empty, RetryState.CancelRequested));

    private Outcome Wrapped(string message, Failure? cause, long startedEventId, string identity, RetryState retryState)
    {
        var asked = _schedule.ScheduleActivityTaskCommandAttributes;
        return Outcome.Failed(new()
        {
            Message = message,
            Cause = cause,
            ActivityFailureInfo = new()
            {
                ActivityId = asked.ActivityId,
                ActivityType = asked.ActivityType,
                ScheduledEventId = _scheduledEventId,
                StartedEventId = startedEventId,
                Identity = identity,
                RetryState = retryState,
            },
        });
    }

    // An activity cancelled with TryCancel has ended for the code before its own end arrives.
    private void Resolve(Outcome outcome)
    {
        if (_resolved)
        {
            return;
        }

        _resolved = true;
        Run.Jobs.AddResult(() => _resolve(outcome));
    }
}
