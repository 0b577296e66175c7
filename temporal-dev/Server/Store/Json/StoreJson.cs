using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gauntlet.Temporal.Server.Store.Json;

/// <summary>How records of the server are written: JSON with protobuf messages inside as base64, so that a database can be read by eye.</summary>
internal static class StoreJson
{
    /// <summary>What is null is left out, and so is what follows from the rest.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new MessageJson() },
    };

    /// <summary>Writes a value by the type that it is read as.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It is not what was written.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"{typeof(T).Name}: nothing there");
}
