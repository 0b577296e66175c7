using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gauntlet.Contracts.Training;

/// <summary>Value of a strategy's parameter: a number or a choice by name; in JSON a plain number or string.</summary>
[JsonConverter(typeof(ParameterValueConverter))]
public readonly record struct ParameterValue
{
    private ParameterValue(double number, string? choice)
    {
        Number = number;
        Choice = choice;
    }

    /// <summary>The number; 0 when the value is a choice.</summary>
    public double Number { get; }

    /// <summary>The choice; null when the value is a number.</summary>
    public string? Choice { get; }

    /// <summary>A number.</summary>
    /// <param name="number">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static ParameterValue Of(double number) =>
        double.IsFinite(number) ? new(number, null) : throw new ArgumentOutOfRangeException(nameof(number), number, "A parameter must be finite.");

    /// <summary>A choice.</summary>
    /// <param name="choice">Its name.</param>
    public static ParameterValue Of(string choice) => new(0, choice);

    /// <summary>The value in invariant text.</summary>
    public override string ToString() => Choice ?? Number.ToString("R");
}

/// <summary>Writes a parameter as a plain number or string.</summary>
internal sealed class ParameterValueConverter : JsonConverter<ParameterValue>
{
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => ParameterValue.Of(reader.GetDouble()),
        JsonTokenType.String => ParameterValue.Of(reader.GetString()!),
        _ => throw new JsonException($"A parameter is a number or a string, not {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        if (value.Choice is { } choice) writer.WriteStringValue(choice);
        else writer.WriteNumberValue(value.Number);
    }
}
