using Temporalio.Api.Update.V1;

namespace Temporalio.Worker.Machines;

/// <summary>An update as the server asked for it, or as history remembers it.</summary>
/// <param name="ProtocolInstanceId">Update id within the protocol.</param>
/// <param name="MessageId">Id of the request message.</param>
/// <param name="SequencingEventId">Event after which it arrived.</param>
/// <param name="Request">Name, arguments, headers, ids.</param>
internal sealed record UpdateRequest(string ProtocolInstanceId, string MessageId, long SequencingEventId, Request Request);
