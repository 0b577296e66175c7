using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>
/// Converter that tries encodings in turn. By default: null, byte arrays, protobuf as JSON, protobuf as binary (in
/// effect only read), and everything else as JSON by System.Text.Json.
/// </summary>
public class DefaultPayloadConverter : IPayloadConverter, IWithSerializationContext<IPayloadConverter>
{
    /// <summary>Creates the converter with System.Text.Json's own defaults.</summary>
    public DefaultPayloadConverter()
        : this(new JsonSerializerOptions())
    {
    }

    /// <summary>Creates the converter with the default encodings.</summary>
    /// <param name="jsonSerializerOptions">How to write and read JSON.</param>
    public DefaultPayloadConverter(JsonSerializerOptions jsonSerializerOptions)
        : this(
            new BinaryNullConverter(),
            new BinaryPlainConverter(),
            new JsonProtoConverter(),
            new BinaryProtoConverter(),
            new JsonPlainConverter(jsonSerializerOptions))
    {
    }

    /// <summary>Creates the converter with encodings of your own.</summary>
    /// <param name="encodingConverters">Encodings in the order they are tried; their names must differ.</param>
    public DefaultPayloadConverter(params IEncodingConverter[] encodingConverters)
    {
        EncodingConverters = [.. encodingConverters];
        IndexedEncodingConverters =
            encodingConverters.ToDictionary(converter => ByteString.CopyFromUtf8(converter.Encoding));
    }

    /// <summary>Encodings in the order they are tried.</summary>
    public IReadOnlyCollection<IEncodingConverter> EncodingConverters { get; private init; }

    /// <summary>Encodings by name.</summary>
    protected IReadOnlyDictionary<ByteString, IEncodingConverter> IndexedEncodingConverters { get; private init; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">No encoding is for this value.</exception>
    public Payload ToPayload(object? value)
    {
        if (value is IRawValue raw)
        {
            return raw.Payload;
        }

        foreach (var converter in EncodingConverters)
        {
            if (converter.TryToPayload(value, out var payload) && payload is not null)
            {
                return payload;
            }
        }

        throw new ArgumentException($"Value of type {value?.GetType()} has no known converter", nameof(value));
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The payload's encoding is missing or not known.</exception>
    public object? ToValue(Payload payload, Type type)
    {
        if (type == typeof(IRawValue) || type == typeof(RawValue))
        {
            return new RawValue(payload);
        }

        if (!payload.Metadata.TryGetValue(PayloadMetadata.Encoding, out var encoding) ||
            !IndexedEncodingConverters.TryGetValue(encoding, out var converter))
        {
            throw new ArgumentException($"Unknown payload encoding {payload.EncodingText()}", nameof(payload));
        }

        return converter.ToValue(payload, type);
    }

    /// <inheritdoc />
    public virtual IPayloadConverter WithSerializationContext(ISerializationContext context)
    {
        var changed = false;
        var converters = EncodingConverters
            .Select(converter =>
            {
                var next = converter is IWithSerializationContext<IEncodingConverter> aware
                    ? aware.WithSerializationContext(context)
                    : converter;
                changed |= !ReferenceEquals(next, converter);
                return next;
            })
            .ToArray();
        return changed ? new DefaultPayloadConverter(converters) : this;
    }
}
