using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/protobuf</c>: protobuf messages in their JSON form.</summary>
public class JsonProtoConverter : IEncodingConverter
{
    private static readonly ByteString EncodingName = ByteString.CopyFromUtf8("json/protobuf");

    /// <summary>Creates the converter with protobuf's own defaults.</summary>
    public JsonProtoConverter()
        : this(JsonFormatter.Default, JsonParser.Default)
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="formatter">Writes messages.</param>
    /// <param name="parser">Reads messages.</param>
    public JsonProtoConverter(JsonFormatter formatter, JsonParser parser)
    {
        Formatter = formatter;
        Parser = parser;
    }

    /// <inheritdoc />
    public string Encoding => "json/protobuf";

    /// <summary>Writes messages.</summary>
    protected JsonFormatter Formatter { get; private init; }

    /// <summary>Reads messages.</summary>
    protected JsonParser Parser { get; private init; }

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value is IMessage message
            ? ProtoTypes.ToPayload(EncodingName, ByteString.CopyFromUtf8(Formatter.Format(message)), message)
            : null;
        return payload is not null;
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type) =>
        Parser.Parse(payload.Data.ToStringUtf8(), ProtoTypes.DescriptorFor(payload, type));
}
