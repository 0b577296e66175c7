using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/null</c>: null, without data.</summary>
public class BinaryNullConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("binary/null");

    /// <inheritdoc />
    public string Encoding => "binary/null";

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value is null ? PayloadMetadata.Create(EncodingName, ByteString.Empty) : null;
        return payload is not null;
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type)
    {
        if (type.IsValueType && Nullable.GetUnderlyingType(type) is null)
        {
            throw new ArgumentException($"Payload is null, but {type} is not nullable", nameof(type));
        }

        return null;
    }
}
