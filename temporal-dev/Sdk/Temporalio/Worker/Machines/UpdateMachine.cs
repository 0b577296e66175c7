using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Machines;

/// <summary>An update, from its request to its outcome, spoken in messages that commands put in order.</summary>
internal sealed class UpdateMachine : Machine<UpdateMachine.States, UpdateMachine.Inputs, UpdateMachine>
{
    /// <summary>What an update may do.</summary>
    public static readonly TransitionTable<States, Inputs, UpdateMachine> Table = new(States.Requested)
    {
        { States.Requested, Inputs.Accept, States.AcceptCommandCreated, m => m.SendAcceptance() },
        { States.Requested, Inputs.Reject, States.Rejected, m => m.SendRejection() },
        { States.AcceptCommandCreated, Inputs.Accepted, States.Accepted },
        { States.AcceptCommandCreated, Inputs.Complete, States.BothCommandsCreated, m => m.SendResponse() },
        { States.BothCommandsCreated, Inputs.Accepted, States.CompleteCommandCreated },
        { States.Accepted, Inputs.Complete, States.CompleteCommandCreated, m => m.SendResponse() },
        { States.CompleteCommandCreated, Inputs.Completed, States.Completed },
    };

    private readonly UpdateRequest _request;
    private readonly IMessageOutbox _outbox;
    private Failure? _rejection;
    private Api.Update.V1.Outcome? _outcome;

    /// <summary>Makes an update that was just requested.</summary>
    /// <param name="run">The run.</param>
    /// <param name="request">The request.</param>
    /// <param name="outbox">Where messages to the server go.</param>
    public UpdateMachine(IMachineHost run, UpdateRequest request, IMessageOutbox outbox)
        : base(Table, run)
    {
        _request = request;
        _outbox = outbox;
    }

    /// <summary>States of an update.</summary>
    public enum States
    {
        /// <summary>Asked for.</summary>
        Requested,

        /// <summary>Accepted; the message is in the queue.</summary>
        AcceptCommandCreated,

        /// <summary>Accepted and ended; both messages are in the queue.</summary>
        BothCommandsCreated,

        /// <summary>Accepted.</summary>
        Accepted,

        /// <summary>Ended; the message is in the queue.</summary>
        CompleteCommandCreated,

        /// <summary>Ended.</summary>
        Completed,

        /// <summary>Refused; history does not know.</summary>
        Rejected,
    }

    /// <summary>What moves an update.</summary>
    public enum Inputs
    {
        /// <summary>Code takes it on.</summary>
        Accept,

        /// <summary>Code refuses it.</summary>
        Reject,

        /// <summary>WorkflowExecutionUpdateAccepted.</summary>
        Accepted,

        /// <summary>Code has its outcome.</summary>
        Complete,

        /// <summary>WorkflowExecutionUpdateCompleted.</summary>
        Completed,
    }

    /// <summary>Code takes the update on.</summary>
    public void Accept() => Move(Inputs.Accept);

    /// <summary>Code refuses the update.</summary>
    public void Reject(Failure failure)
    {
        _rejection = failure;
        Move(Inputs.Reject);
    }

    /// <summary>Code has a result.</summary>
    public void Complete(Payload result)
    {
        _outcome = new() { Success = new Payloads { Payloads_ = { result } } };
        Move(Inputs.Complete);
    }

    /// <summary>Code failed.</summary>
    public void Fail(Failure failure)
    {
        _outcome = new() { Failure = failure };
        Move(Inputs.Complete);
    }

    /// <inheritdoc/>
    public override bool Records(HistoryEvent recorded) => State switch
    {
        States.AcceptCommandCreated or States.BothCommandsCreated => recorded.EventType == EventType.WorkflowExecutionUpdateAccepted,
        _ => recorded.EventType == EventType.WorkflowExecutionUpdateCompleted,
    };

    /// <inheritdoc/>
    public override void OnRecorded(HistoryEvent recorded)
    {
        if (recorded.EventType == EventType.WorkflowExecutionUpdateAccepted)
        {
            var id = recorded.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId;
            Nondeterminism.RequireSame("Update id", id, _request.ProtocolInstanceId, recorded);
            Move(Inputs.Accepted, recorded);
            return;
        }

        var completed = recorded.WorkflowExecutionUpdateCompletedEventAttributes.Meta?.UpdateId;
        Nondeterminism.RequireSame("Update id", completed, _request.ProtocolInstanceId, recorded);
        Move(Inputs.Completed, recorded);
    }

    private void SendAcceptance() => SendInOrder(
        "accept",
        new Acceptance
        {
            AcceptedRequestMessageId = _request.MessageId,
            AcceptedRequestSequencingEventId = _request.SequencingEventId,
            AcceptedRequest = _request.Request,
        });

    private void SendResponse() => SendInOrder("complete", new Response { Meta = _request.Request.Meta, Outcome = _outcome });

    // A rejection leaves no trace in history, so no command gives it a place there.
    private void SendRejection() => _outbox.Send(Message(
        "reject",
        new Rejection
        {
            RejectedRequestMessageId = _request.MessageId,
            RejectedRequestSequencingEventId = _request.SequencingEventId,
            RejectedRequest = _request.Request,
            Failure = _rejection,
        }));

    private void SendInOrder(string kind, IMessage body)
    {
        var message = Message(kind, body);
        _outbox.Send(message);
        Run.Commands.Add(
            new()
            {
                CommandType = CommandType.ProtocolMessage,
                ProtocolMessageCommandAttributes = new() { MessageId = message.Id },
            },
            this);
    }

    private Message Message(string kind, IMessage body) => new()
    {
        Id = $"{_request.MessageId}/{kind}",
        ProtocolInstanceId = _request.ProtocolInstanceId,
        Body = Any.Pack(body),
    };
}
