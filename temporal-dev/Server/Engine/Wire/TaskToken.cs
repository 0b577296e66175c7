using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>What a worker hands back with its answer: which task of which run. Opaque to workers.</summary>
/// <param name="Stamp">Names one scheduling of a task, or one attempt of an activity.</param>
/// <param name="ActivityId">Empty for a workflow task.</param>
internal sealed record TaskToken(string Namespace, string WorkflowId, string RunId, long ScheduledEventId, string Stamp, string ActivityId = "")
{
    [JsonIgnore]
    public RunKey Run => new(Namespace, WorkflowId, RunId);

    public ByteString ToBytes() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">Nothing given, or not one of ours.</exception>
    public static TaskToken Parse(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            throw Refusals.Invalid("Task token not set on request.");
        }

        try
        {
            return JsonSerializer.Deserialize<TaskToken>(bytes.Span) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw Refusals.Invalid("Error deserializing task token.");
        }
    }
}
