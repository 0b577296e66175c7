using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/plain</c>: byte arrays as they are.</summary>
public class BinaryPlainConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/plain");

    /// <inheritdoc />
    public string Encoding => "binary/plain";

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value is byte[] bytes ? PayloadMetadata.Create(EncodingName, ByteString.CopyFrom(bytes)) : null;
        return payload is not null;
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type)
    {
        if (!type.IsAssignableFrom(typeof(byte[])))
        {
            throw new ArgumentException($"Payload is a byte array, but {type} is not", nameof(type));
        }

        return payload.Data.ToByteArray();
    }
}
