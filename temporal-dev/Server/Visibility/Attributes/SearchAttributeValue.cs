using System.Globalization;
using System.Text.Json;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility.Attributes;

/// <summary>Reads the value of a search attribute from its payload.</summary>
/// <remarks>A value is a bool, long, double, string, <see cref="DateTimeOffset"/> or list of strings; null where the payload holds none.</remarks>
internal static class SearchAttributeValue
{
    /// <summary>Reads a payload as a value of the type.</summary>
    /// <returns>False if it holds something else.</returns>
    public static bool TryRead(Payload payload, IndexedValueType type, out object? value)
    {
        value = null;
        if (IsNull(payload)) return true;
        if (Encoding(payload) != "json/plain" || Json(payload) is not { } json) return false;
        if (json.ValueKind == JsonValueKind.Null) return true;
        // A list of one passes for the one where a single value is wanted.
        if (type != IndexedValueType.KeywordList && json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1) json = json[0];
        value = Read(json, type);
        return value is not null;
    }

    /// <summary>True if the payload takes an attribute away, or sets none.</summary>
    public static bool IsNull(Payload payload) =>
        Encoding(payload) is "binary/null" || (payload.Data.Length == 0 && payload.Metadata.Count == 0);

    /// <summary>A payload's value as the real server quotes it in messages.</summary>
    public static string Show(Payload payload)
    {
        if (Encoding(payload) != "json/plain") return $"[{string.Join(' ', payload.Data)}]";
        return Json(payload) is { } json ? Show(json) : $"value from payload of {payload.Data.Length} bytes that are not JSON";
    }

    /// <summary>The same payload saying which type its value has, as answers of the server do.</summary>
    public static Payload WithType(Payload payload, IndexedValueType type)
    {
        var typed = payload.Clone();
        typed.Metadata["type"] = Google.Protobuf.ByteString.CopyFromUtf8(type.ToString());
        return typed;
    }

    /// <summary>A payload as lists show it: with its type, and a single value without the brackets in which it may have been sent.</summary>
    public static Payload Shown(Payload payload, IndexedValueType type)
    {
        var shown = WithType(payload, type);
        if (type != IndexedValueType.KeywordList && Json(payload) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 1)
            shown.Data = Google.Protobuf.ByteString.CopyFromUtf8(list[0].GetRawText());
        return shown;
    }

    private static object? Read(JsonElement json, IndexedValueType type) => (type, json.ValueKind) switch
    {
        (IndexedValueType.Bool, JsonValueKind.True) => true,
        (IndexedValueType.Bool, JsonValueKind.False) => false,
        (IndexedValueType.Int, JsonValueKind.Number) => json.TryGetInt64(out var whole) ? whole : null,
        (IndexedValueType.Double, JsonValueKind.Number) => json.GetDouble(),
        (IndexedValueType.Keyword or IndexedValueType.Text, JsonValueKind.String) => json.GetString(),
        (IndexedValueType.Datetime, JsonValueKind.String) => Rfc3339.TryParse(json.GetString()!, out var time) ? time : null,
        (IndexedValueType.KeywordList, JsonValueKind.Array) when json.EnumerateArray().All(static e => e.ValueKind == JsonValueKind.String) =>
            (IReadOnlyList<string>)[.. json.EnumerateArray().Select(static e => e.GetString()!)],
        _ => null,
    };

    private static string Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(' ', json.EnumerateArray().Select(Show))}]",
        JsonValueKind.Object => $"map[{string.Join(' ', json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Show(p.Value)}"))}]",
        JsonValueKind.Number => json.GetDouble().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Null => "<nil>",
        _ => json.ToString(),
    };

    private static JsonElement? Json(Payload payload)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(payload.Data.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Encoding(Payload payload) => payload.Metadata.TryGetValue("encoding", out var encoding) ? encoding.ToStringUtf8() : string.Empty;
}
