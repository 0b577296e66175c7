using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A request to another run: asked, initiated, then delivered or failed. Signals and cancel requests share it.</summary>
internal abstract class ExternalRequestMachine : Machine<ExternalRequestMachine.States, ExternalRequestMachine.Inputs, ExternalRequestMachine>
{
    /// <summary>What a request may do.</summary>
    public static readonly TransitionTable<States, Inputs, ExternalRequestMachine> Table = new(States.Created)
    {
        { States.Created, Inputs.Send, States.CommandCreated, m => m.Run.Commands.Add(m.Command, m) },
        { States.CommandCreated, Inputs.Initiated, States.Initiated },
        { States.CommandCreated, Inputs.Cancel, States.Withdrawn, m => m.Run.Commands.Withdraw(m) },
        { States.Initiated, Inputs.Delivered, States.Delivered, m => m.Run.Jobs.AddResult(() => m._resolve(null)) },
        { States.Initiated, Inputs.Failed, States.Failed, m => m.ResolveFailed() },
    };

    private readonly Action<Failure?> _resolve;

    /// <summary>Makes a request that is not sent yet.</summary>
    protected ExternalRequestMachine(IMachineHost run, Command command, Action<Failure?> resolve)
        : base(Table, run)
    {
        Command = command;
        _resolve = resolve;
    }

    /// <summary>States of a request.</summary>
    public enum States
    {
        /// <summary>Made.</summary>
        Created,

        /// <summary>In the queue.</summary>
        CommandCreated,

        /// <summary>On its way.</summary>
        Initiated,

        /// <summary>Arrived.</summary>
        Delivered,

        /// <summary>Refused.</summary>
        Failed,

        /// <summary>Taken back before it was sent.</summary>
        Withdrawn,
    }

    /// <summary>What moves a request.</summary>
    public enum Inputs
    {
        /// <summary>Code sends it.</summary>
        Send,

        /// <summary>The Initiated event.</summary>
        Initiated,

        /// <summary>The event that says it arrived.</summary>
        Delivered,

        /// <summary>The Failed event.</summary>
        Failed,

        /// <summary>Code takes it back.</summary>
        Cancel,
    }

    /// <summary>The request.</summary>
    protected Command Command { get; }

    /// <summary>Takes the request back if it was not sent.</summary>
    /// <returns>Whether it was taken back.</returns>
    public bool TryWithdraw()
    {
        if (State != States.CommandCreated)
        {
            return false;
        }

        Move(Inputs.Cancel);
        return true;
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => recorded.EventType == InitiatedEvent;

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        RequireSame(recorded);
        Move(Inputs.Initiated, recorded);
    }

    /// <summary>The event that records the command.</summary>
    protected abstract EventType InitiatedEvent { get; }

    /// <summary>Compares the event with the command.</summary>
    protected abstract void RequireSame(HistoryEvent recorded);

    /// <summary>What code is told when the request failed.</summary>
    protected abstract string FailureMessage(HistoryEvent failed);

    private void ResolveFailed()
    {
        var failure = new Failure { Message = FailureMessage(Event!), ApplicationFailureInfo = new() };
        Run.Jobs.AddResult(() => _resolve(failure));
    }
}
