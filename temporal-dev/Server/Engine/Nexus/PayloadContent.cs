using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Payloads as bodies of HTTP messages, and back.</summary>
internal static class PayloadContent
{
    public const string Json = "application/json";

    private const string Encoding = "encoding", Type = "type";
    private const string Bytes = "application/octet-stream", Whole = "application/x-temporal-payload";
    private const string OfJson = "json/plain", OfBytes = "binary/plain", OfNull = "binary/null", OfOther = "unknown/nexus-content";

    /// <summary>The body that stands for a payload.</summary>
    public static HttpContent ToContent(Payload payload)
    {
        var encoding = payload.Metadata.GetValueOrDefault(Encoding)?.ToStringUtf8();
        return payload.Metadata.Count == 1 && encoding is OfJson or OfBytes or OfNull
            ? Content(payload.Data, encoding switch { OfJson => Json, OfBytes => Bytes, _ => string.Empty })
            : encoding == OfOther
                ? Content(payload.Data, payload.Metadata.GetValueOrDefault(Type)?.ToStringUtf8() ?? string.Empty)
                : Content(payload.ToByteString(), Whole);
    }

    /// <summary>The payload that a body stands for.</summary>
    /// <param name="type">Type of the content as its header says it; empty for none.</param>
    /// <param name="body">The content.</param>
    /// <exception cref="InvalidProtocolBufferException">It says that it is a whole payload, and is not.</exception>
    public static Payload ToPayload(string type, byte[] body) => type switch
    {
        Json => Plain(OfJson, body),
        Bytes => Plain(OfBytes, body),
        Whole => Payload.Parser.ParseFrom(body),
        "" when body.Length == 0 => NexusRequests.NullPayload(),
        _ => Other(type, body),
    };

    private static Payload Plain(string encoding, byte[] body) =>
        new() { Metadata = { [Encoding] = ByteString.CopyFromUtf8(encoding) }, Data = ByteString.CopyFrom(body) };

    private static Payload Other(string type, byte[] body)
    {
        var payload = Plain(OfOther, body);
        if (type.Length > 0) payload.Metadata[Type] = ByteString.CopyFromUtf8(type);
        return payload;
    }

    private static ByteArrayContent Content(ByteString data, string type)
    {
        var content = new ByteArrayContent(data.ToByteArray());
        if (type.Length > 0) content.Headers.TryAddWithoutValidation("content-type", type);
        return content;
    }
}
