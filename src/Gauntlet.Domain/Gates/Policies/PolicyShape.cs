using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>Holds a policy's JSON against the records that it becomes: every key known, every key there, every number in its range.</summary>
internal static class PolicyShape
{
    public static void RequireKnownKeys(string policy, JsonObject given) => RequireKnownKeys(policy, string.Empty, given, typeof(GatePolicy), "extends");

    public static void RequireComplete(string policy, JsonObject merged) => RequireComplete(policy, string.Empty, merged, typeof(GatePolicy));

    /// <summary>Checks declared ranges of a read policy.</summary>
    public static void RequireRanges(string policy, object part, string path = "")
    {
        foreach (var property in Keys(part.GetType()))
        {
            var key = path + Name(property);
            var value = property.GetValue(part);
            if (value is not null && IsPart(property.PropertyType)) RequireRanges(policy, value, key + ".");
            if (value is not null && PartOfList(property.PropertyType) is not null)
            {
                var i = 0;
                foreach (var item in (IEnumerable)value) RequireRanges(policy, item, $"{key}[{i++}].");
            }

            if (value is null || property.GetCustomAttribute<RangeAttribute>() is not { } range || range.IsValid(value)) continue;
            throw Wrong(key, $"{value}", string.Create(CultureInfo.InvariantCulture, $"Policy {policy}: {key} = {value} is not from {range.Minimum} to {range.Maximum}. Give a value in that range."));
        }
    }

    private static void RequireKnownKeys(string policy, string path, JsonObject given, Type type, params string[] more)
    {
        var known = Keys(type).ToDictionary(Name, property => property.PropertyType, StringComparer.Ordinal);
        foreach (var (key, value) in given)
        {
            if (more.Contains(key, StringComparer.Ordinal)) continue;
            if (!known.TryGetValue(key, out var inner))
            {
                throw Wrong(path + key, value?.ToJsonString() ?? "null", $"Policy {policy}: there is no key '{path}{key}'. {Nearest.Hint(key, [.. known.Keys, .. more])}");
            }

            if (PartOfList(inner) is { } item)
            {
                foreach (var (part, partPath) in Items(policy, path + key, value)) RequireKnownKeys(policy, partPath, part, item);
            }

            if (!IsPart(inner)) continue;
            RequireKnownKeys(policy, $"{path}{key}.", value as JsonObject ?? throw Wrong(path + key, $"{value}", $"Policy {policy}: '{path}{key}' is not an object. Give its keys in braces."), inner);
        }
    }

    private static void RequireComplete(string policy, string path, JsonObject merged, Type type)
    {
        foreach (var property in Keys(type))
        {
            var key = Name(property);
            if (!merged.TryGetPropertyValue(key, out var value))
            {
                throw Wrong(path + key, string.Empty, $"Policy {policy}: '{path}{key}' is missing. Give it, or extend a policy that has it, as in \"extends\": \"rigorous@1\".");
            }

            if (PartOfList(property.PropertyType) is { } item)
            {
                foreach (var (entry, entryPath) in Items(policy, path + key, value)) RequireComplete(policy, entryPath, entry, item);
            }

            if (value is JsonObject part && IsPart(property.PropertyType)) RequireComplete(policy, $"{path}{key}.", part, property.PropertyType);
        }
    }

    private static IEnumerable<(JsonObject Part, string Path)> Items(string policy, string path, JsonNode? value)
    {
        var list = value as JsonArray ?? throw Wrong(path, $"{value}", $"Policy {policy}: '{path}' is not a list. Give its entries in brackets, or [] for none.");
        return list.Select((entry, i) => (
            entry as JsonObject ?? throw Wrong($"{path}[{i}]", $"{entry}", $"Policy {policy}: '{path}[{i}]' is not an object. Give its keys in braces."),
            $"{path}[{i}]."));
    }

    private static IEnumerable<PropertyInfo> Keys(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string) && type.Namespace!.StartsWith("Gauntlet.Domain", StringComparison.Ordinal);

    private static Type? PartOfList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsPart(type.GenericTypeArguments[0]) ? type.GenericTypeArguments[0] : null;

    private static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static InvalidInputException Wrong(string key, string value, string message) => new(key, value, message);
}
