using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Contracts;

namespace Gauntlet.Host.Terminal;

/// <summary>JSON as <c>--json</c> prints it: the one JSON of Gauntlet, indented, with unknown values as null instead of left out.</summary>
internal static class JsonDocuments
{
    public static JsonSerializerOptions Options { get; } = new(ContractJson.Options) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Prints one document.</summary>
    public static void WriteJson<TDocument>(this Screen screen, TDocument document) => screen.Output.WriteLine(JsonSerializer.Serialize(document, Options));
}
