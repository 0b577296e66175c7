using System.Text.Json;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What a worker hands back with its answer to a Nexus task.</summary>
/// <param name="Namespace">Namespace of the handler.</param>
/// <param name="Call">The attempt.</param>
internal sealed record NexusTaskToken(string Namespace, string Call)
{
    public ByteString ToBytes() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">Nothing given, not one of ours, or of another namespace.</exception>
    public static NexusTaskToken Parse(ByteString bytes, string @namespace)
    {
        RequestChecks.Require(!bytes.IsEmpty, "Task token not set on request.");
        var token = Read(bytes);

        // The real server's tokens are messages: bytes that could be one are taken for one that says nothing.
        RequestChecks.Require(token is not null || IsMessage(bytes), "Error deserializing task token.");
        RequestChecks.Require(token is not null, "Namespace not set on request.");
        RequestChecks.Require(token!.Namespace == @namespace, "Operation requested with a token from a different namespace.");
        return token;
    }

    private static NexusTaskToken? Read(ByteString bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<NexusTaskToken>(bytes.Span) is { Namespace: not null, Call: not null } token ? token : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsMessage(ByteString bytes)
    {
        try
        {
            Empty.Parser.ParseFrom(bytes);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }
}
