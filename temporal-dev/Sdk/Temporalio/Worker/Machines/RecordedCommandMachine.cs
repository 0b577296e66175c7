using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A command that history records and that nobody waits for: the four ends of a run, search attributes, memo.</summary>
internal class RecordedCommandMachine : Machine<RecordedCommandMachine.States, RecordedCommandMachine.Inputs, RecordedCommandMachine>
{
    /// <summary>What such a command may do.</summary>
    public static readonly TransitionTable<States, Inputs, RecordedCommandMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Issue, States.CommandCreated, m => m.Run.Commands.Add(m.Command, m) },
        { States.CommandCreated, Inputs.Recorded, States.Recorded },
        { States.CommandCreated, Inputs.Skip, States.Skipped },
    };

    private readonly EventType _event;

    /// <summary>Makes the machine.</summary>
    /// <param name="run">The run.</param>
    /// <param name="command">The command.</param>
    /// <param name="recordedAs">The event that records it.</param>
    public RecordedCommandMachine(IMachineHost run, Command command, EventType recordedAs)
        : base(Table, run)
    {
        Command = command;
        _event = recordedAs;
    }

    /// <summary>States of such a command.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>In the queue.</summary>
        CommandCreated,

        /// <summary>In history.</summary>
        Recorded,

        /// <summary>Not in history, and need not be.</summary>
        Skipped,
    }

    /// <summary>What moves it.</summary>
    public enum Inputs
    {
        /// <summary>Code asks for it.</summary>
        Issue,

        /// <summary>Its event.</summary>
        Recorded,

        /// <summary>Another event in its place.</summary>
        Skip,
    }

    /// <summary>The command.</summary>
    protected Command Command { get; }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => recorded.EventType == _event;

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded) => Move(Inputs.Recorded, recorded);

    /// <inheritdoc/>
    public override void OnSkipped() => Move(Inputs.Skip);
}
