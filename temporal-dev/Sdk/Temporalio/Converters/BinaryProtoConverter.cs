using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/protobuf</c>: protobuf messages in their binary form.</summary>
public class BinaryProtoConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/protobuf");

    /// <inheritdoc />
    public string Encoding => "binary/protobuf";

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value is IMessage message ? ProtoTypes.ToPayload(EncodingName, message.ToByteString(), message) : null;
        return payload is not null;
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type) =>
        ProtoTypes.DescriptorFor(payload, type).Parser.ParseFrom(payload.Data);
}
