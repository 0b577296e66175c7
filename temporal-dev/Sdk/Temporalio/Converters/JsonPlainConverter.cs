using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/plain</c>: everything that System.Text.Json can write.</summary>
public class JsonPlainConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("json/plain");

    /// <summary>Creates the converter.</summary>
    /// <param name="serializerOptions">How to write and read JSON.</param>
    public JsonPlainConverter(JsonSerializerOptions serializerOptions) => SerializerOptions = serializerOptions;

    /// <inheritdoc />
    public virtual string Encoding => "json/plain";

    /// <summary>How to write and read JSON.</summary>
    protected JsonSerializerOptions SerializerOptions { get; private init; }

    /// <inheritdoc />
    public virtual bool TryToPayload(object? value, out Payload? payload)
    {
        payload = PayloadMetadata.Create(
            EncodingName, UnsafeByteOperations.UnsafeWrap(JsonSerializer.SerializeToUtf8Bytes(value, SerializerOptions)));
        return true;
    }

    /// <inheritdoc />
    public virtual object? ToValue(Payload payload, Type type) =>
        JsonSerializer.Deserialize(payload.Data.Span, type, SerializerOptions);
}
