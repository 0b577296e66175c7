using Temporalio.Api.Protocol.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Where messages to the server go.</summary>
internal interface IMessageOutbox
{
    /// <summary>Sends a message with the completion of the current task.</summary>
    void Send(Message message);
}
