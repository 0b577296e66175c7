using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A durable timer.</summary>
internal sealed class TimerMachine : Machine<TimerMachine.States, TimerMachine.Inputs, TimerMachine>
{
    /// <summary>What a timer may do.</summary>
    public static readonly TransitionTable<States, Inputs, TimerMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Start, States.StartCommandCreated, m => m.EmitStart() },
        { States.StartCommandCreated, Inputs.Started, States.StartCommandRecorded },
        { States.StartCommandCreated, Inputs.Cancel, States.Canceled, m => m.Run.Commands.Withdraw(m) },
        { States.StartCommandRecorded, Inputs.Fired, States.Fired, m => m.Run.Jobs.AddResult(m._fire) },
        { States.StartCommandRecorded, Inputs.Cancel, States.CancelCommandCreated, m => m.EmitCancel() },
        { States.CancelCommandCreated, Inputs.Canceled, States.Canceled },
    };

    private readonly Command _start;
    private readonly Action _fire;

    /// <summary>Makes a timer that is not started yet.</summary>
    /// <param name="run">The run.</param>
    /// <param name="start">Its start command.</param>
    /// <param name="fire">Told when it fires.</param>
    public TimerMachine(IMachineHost run, Command start, Action fire)
        : base(Table, run)
    {
        _start = start;
        _fire = fire;
    }

    /// <summary>States of a timer.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>Its start is in the queue.</summary>
        StartCommandCreated,

        /// <summary>It runs.</summary>
        StartCommandRecorded,

        /// <summary>It fired.</summary>
        Fired,

        /// <summary>Its cancellation is in the queue.</summary>
        CancelCommandCreated,

        /// <summary>It was cancelled.</summary>
        Canceled,
    }

    /// <summary>What moves a timer.</summary>
    public enum Inputs
    {
        /// <summary>Code starts it.</summary>
        Start,

        /// <summary>TimerStarted.</summary>
        Started,

        /// <summary>TimerFired.</summary>
        Fired,

        /// <summary>Code cancels it.</summary>
        Cancel,

        /// <summary>TimerCanceled.</summary>
        Canceled,
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => State switch
    {
        States.CancelCommandCreated => recorded.EventType == EventType.TimerCanceled,
        _ => recorded.EventType == EventType.TimerStarted,
    };

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        var id = recorded.EventType == EventType.TimerStarted
            ? recorded.TimerStartedEventAttributes.TimerId
            : recorded.TimerCanceledEventAttributes.TimerId;
        Nondeterminism.RequireSame("Timer id", id, _start.StartTimerCommandAttributes.TimerId, recorded);
        Move(recorded.EventType == EventType.TimerStarted ? Inputs.Started : Inputs.Canceled, recorded);
    }

    private void EmitStart() => Run.Commands.Add(_start, this);

    private void EmitCancel() => Run.Commands.Add(
        new()
        {
            CommandType = CommandType.CancelTimer,
            CancelTimerCommandAttributes = new() { TimerId = _start.StartTimerCommandAttributes.TimerId },
        },
        this);
}
