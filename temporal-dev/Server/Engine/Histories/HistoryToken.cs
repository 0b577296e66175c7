using System.Text.Json;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Engine.Histories;

/// <summary>Where a reader of a history stands.</summary>
/// <param name="NextEventId">First event of the next page.</param>
/// <param name="LastEventId">Last event to show; zero for whatever there is by then.</param>
/// <param name="Unwritten">Events after the last stored one, as a serialised history; empty for none.</param>
internal sealed record HistoryToken(string RunId, long NextEventId, long LastEventId, string Unwritten = "")
{
    public IReadOnlyList<HistoryEvent> UnwrittenEvents =>
        Unwritten.Length == 0 ? [] : [.. History.Parser.ParseFrom(Convert.FromBase64String(Unwritten)).Events];

    public ByteString ToBytes() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null for no token.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">Not one of ours.</exception>
    public static HistoryToken? Parse(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<HistoryToken>(bytes.Span) is { RunId: not null } token ? token : throw new JsonException("no run");
        }
        catch (JsonException)
        {
            throw Refusals.Invalid("Invalid NextPageToken.");
        }
    }
}
