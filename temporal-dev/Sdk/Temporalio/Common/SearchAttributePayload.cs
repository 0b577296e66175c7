using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;

namespace Temporalio.Common;

/// <summary>
/// Search attributes on the wire: always the default JSON with the type beside it, never through the user's converter
/// or codec, because the server reads them.
/// </summary>
internal static class SearchAttributePayload
{
    private static readonly Dictionary<IndexedValueType, ByteString> TypeNames =
        Enum.GetValues<IndexedValueType>().ToDictionary(type => type, type => ByteString.CopyFromUtf8(type.ToString()));

    /// <summary>Writes a value; null unsets the attribute.</summary>
    public static Payload ToPayload(SearchAttributeKey key, object? value)
    {
        var payload = DataConverter.Default.PayloadConverter.ToPayload(value);
        payload.Metadata[PayloadMetadata.Type] = TypeNames[key.ValueType];
        return payload;
    }

    /// <summary>Reads an attribute.</summary>
    /// <returns>Key and value; null if the attribute has no value.</returns>
    /// <exception cref="ArgumentException">The payload does not say its type.</exception>
    public static (SearchAttributeKey Key, object Value)? FromPayload(string name, Payload payload)
    {
        var type = TypeOf(name, payload);
        if (payload.Data.IsEmpty)
        {
            return null;
        }

        using var json = JsonDocument.Parse(payload.Data.Memory);
        var value = Read(json.RootElement, type);
        return value is null ? null : (CreateKey(name, type), value);
    }

    /// <summary>Reads a single value of a known or unknown type, as counts by group show them.</summary>
    public static object? ToValue(Payload payload)
    {
        if (payload.Data.IsEmpty)
        {
            return null;
        }

        var type = payload.Metadata.TryGetValue(PayloadMetadata.Type, out var text) &&
            Enum.TryParse<IndexedValueType>(text.ToStringUtf8(), out var known)
                ? known
                : IndexedValueType.Unspecified;
        using var json = JsonDocument.Parse(payload.Data.Memory);
        return Read(json.RootElement, type);
    }

    private static IndexedValueType TypeOf(string name, Payload payload)
    {
        if (!payload.Metadata.TryGetValue(PayloadMetadata.Type, out var text))
        {
            throw new ArgumentException($"Search attribute {name} does not say its type", nameof(payload));
        }

        return Enum.TryParse<IndexedValueType>(text.ToStringUtf8(), out var type)
            ? type
            : throw new ArgumentException(
                $"Search attribute {name} is of unknown type {text.ToStringUtf8()}", nameof(payload));
    }

    private static SearchAttributeKey CreateKey(string name, IndexedValueType type) => type switch
    {
        IndexedValueType.Text or IndexedValueType.Keyword => new SearchAttributeKey<string>(name, type),
        IndexedValueType.Int => new SearchAttributeKey<long>(name, type),
        IndexedValueType.Double => new SearchAttributeKey<double>(name, type),
        IndexedValueType.Bool => new SearchAttributeKey<bool>(name, type),
        IndexedValueType.Datetime => new SearchAttributeKey<DateTimeOffset>(name, type),
        IndexedValueType.KeywordList => new SearchAttributeKey<IReadOnlyCollection<string>>(name, type),
        _ => new SearchAttributeKey(name, type),
    };

    private static object? Read(JsonElement json, IndexedValueType type) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => type == IndexedValueType.Int ? (object)json.GetInt64() : json.GetDouble(),
        JsonValueKind.String => ReadText(json.GetString()!, type),
        JsonValueKind.Array => json.EnumerateArray()
            .Where(element => element.ValueKind != JsonValueKind.Null)
            .Select(element => element.GetString()!)
            .ToList(),
        _ => null,
    };

    private static object ReadText(string text, IndexedValueType type) =>
        type == IndexedValueType.Datetime &&
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time
            : text;
}
