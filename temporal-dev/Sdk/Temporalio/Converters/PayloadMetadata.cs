using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Names and values that payload metadata uses on the wire.</summary>
internal static class PayloadMetadata
{
    /// <summary>Key of the encoding's name.</summary>
    public const string Encoding = "encoding";

    /// <summary>Key of a protobuf message's full name.</summary>
    public const string MessageType = "messageType";

    /// <summary>Key of a search attribute's type.</summary>
    public const string Type = "type";

    /// <summary>Makes a payload of an encoding.</summary>
    public static Payload Create(ByteString encoding, ByteString data)
    {
        var payload = new Payload { Data = data };
        payload.Metadata.Add(Encoding, encoding);
        return payload;
    }

    /// <summary>The encoding's name as text, for messages.</summary>
    public static string EncodingText(this Payload payload) =>
        payload.Metadata.TryGetValue(Encoding, out var encoding) ? encoding.ToString(System.Text.Encoding.UTF8) : "<none>";
}
