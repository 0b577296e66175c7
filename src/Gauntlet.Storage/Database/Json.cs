using System.Text.Json;
using Gauntlet.Contracts;

namespace Gauntlet.Storage.Database;

/// <summary>Documents of jsonb columns, in the one JSON of the house.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ContractJson.Options);

    /// <exception cref="CorruptEvidenceException">The document is not one of this type.</exception>
    public static T Read<T>(string document, string row)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(document, ContractJson.Options) ?? throw new CorruptEvidenceException($"{row}: the stored document is null.");
        }
        catch (JsonException error)
        {
            throw new CorruptEvidenceException($"{row}: the stored document cannot be read: {error.Message}");
        }
    }
}
