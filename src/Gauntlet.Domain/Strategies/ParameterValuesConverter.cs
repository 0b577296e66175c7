using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gauntlet.Domain.Strategies;

/// <summary>Writes parameter values as one flat JSON object of numbers and words, and reads them back.</summary>
internal sealed class ParameterValuesConverter : JsonConverter<ParameterValues>
{
    public override ParameterValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("Parameters are an object of names and values.");
        return new(document.RootElement.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Value(property))));
    }

    public override void Write(Utf8JsonWriter writer, ParameterValues value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value.Items)
        {
            if (item.Text is { } text) writer.WriteString(name, text);
            else writer.WriteNumber(name, item.Number);
        }

        writer.WriteEndObject();
    }

    private static ParameterValue Value(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Number => property.Value.GetDouble(),
        JsonValueKind.String => property.Value.GetString()!,
        _ => throw new JsonException($"Parameter {property.Name} is neither a number nor a string: {property.Value.GetRawText()}."),
    };
}
