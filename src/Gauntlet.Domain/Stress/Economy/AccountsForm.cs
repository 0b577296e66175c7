using System.Text.Json;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Stress.Economy;

/// <summary>What a file of accounts looks like: its keys and what stands behind each. Refuses another in the file's own words.</summary>
internal static class AccountsForm
{
    private static readonly (string Key, bool Required, string Form, Func<JsonElement, bool> Fits)[] Keys =
    [
        ("name", true, "a text", IsText),
        ("about", false, "a text", IsText),
        ("goods", true, "a list of account names", value => IsList(value, IsText)),
        ("factors", true, "a list of account names", value => IsList(value, IsText)),
        ("substitution", false, "a number", IsNumber),
        ("transformation", false, "a number", IsNumber),
        ("accounts", true, "a list of account names", value => IsList(value, IsText)),
        ("rows", true, "a list of rows of numbers", value => IsList(value, row => IsList(row, IsNumber))),
    ];

    /// <exception cref="InvalidInputException">No object, an unknown, repeated or missing key, or a value of another form.</exception>
    public static void Require(JsonElement root, string source)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new InvalidInputException(source, "", $"{source} holds no object; give one with the keys {Known()}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            var known = Array.Find(Keys, one => one.Key == property.Name);
            if (known.Key is null) throw new InvalidInputException(property.Name, "", $"{source}: a social accounting matrix has no key '{property.Name}'. {Nearest.Hint(property.Name, [.. Keys.Select(one => one.Key)])}");
            if (!seen.Add(property.Name)) throw new InvalidInputException(property.Name, "", $"{source}: key '{property.Name}' stands there twice; keep one.");
            if (!known.Fits(property.Value)) throw new InvalidInputException(property.Name, property.Value.GetRawText(), $"{source}: '{property.Name}' is not {known.Form}; see the shipped economies for the form.");
        }

        var missing = Array.Find(Keys, one => one.Required && !seen.Contains(one.Key));
        if (missing.Key is not null) throw new InvalidInputException(missing.Key, "", $"{source}: key '{missing.Key}' is missing; give {missing.Form}. Known: {Known()}.");
    }

    private static string Known() => string.Join(", ", Keys.Select(one => one.Key).Order(StringComparer.Ordinal));

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsList(JsonElement value, Func<JsonElement, bool> of) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(of);
}
