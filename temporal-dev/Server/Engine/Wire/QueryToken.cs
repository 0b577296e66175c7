using System.Text.Json;
using Google.Protobuf;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>What a worker hands back with the answer of a query that came on its own.</summary>
internal sealed record QueryToken(string Query)
{
    public ByteString ToBytes() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">Nothing given, or not one of ours.</exception>
    public static QueryToken Parse(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            throw Refusals.Invalid("Task token not set on request.");
        }

        try
        {
            return JsonSerializer.Deserialize<QueryToken>(bytes.Span) is { Query: not null } token ? token : throw new JsonException("no query");
        }
        catch (JsonException)
        {
            throw Refusals.Invalid("Error deserializing task token.");
        }
    }
}
