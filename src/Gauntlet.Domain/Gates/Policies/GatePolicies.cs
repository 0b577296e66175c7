using System.Text.Json;
using System.Text.Json.Nodes;
using Gauntlet.Contracts;
using Gauntlet.Domain.Input;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>The built-in policies, and reading of one's own.</summary>
public static class GatePolicies
{
    private const string Prefix = "policy/";

    /// <summary>Policy that judges unless another one is asked for.</summary>
    public const string Default = "rigorous@1";

    /// <summary>Ids of the built-in policies, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. typeof(GatePolicies).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    private static readonly Lazy<IReadOnlyList<GatePolicy>> All = new(() => [.. Ids.Select(id => Read(id, Text(id)))]);

    /// <summary>A built-in policy.</summary>
    /// <param name="id">Name and version: <c>rigorous@1</c>.</param>
    /// <exception cref="InvalidInputException">There is none; names the nearest.</exception>
    public static GatePolicy Find(string id) =>
        All.Value.FirstOrDefault(policy => policy.Id == id) ?? throw new InvalidInputException("policy", id, $"There is no policy '{id}'. {Nearest.Hint(id, [.. Ids])}");

    /// <summary>Reads somebody's own policy: complete, or with <c>extends</c> and what differs.</summary>
    /// <param name="source">Where it comes from, for errors.</param>
    /// <param name="json">The text; comments and trailing commas are allowed.</param>
    /// <exception cref="InvalidInputException">Not JSON, an unknown or missing key, a value of the wrong kind or out of its range, or a name and version that are built in.</exception>
    public static GatePolicy Parse(string source, string json)
    {
        var policy = Read(source, json);
        if (Ids.Contains(policy.Id, StringComparer.Ordinal) && policy.ContentHash() != Find(policy.Id).ContentHash())
        {
            throw new InvalidInputException("name", policy.Id, $"Policy {source}: {policy.Id} is built in and cannot be changed. Give another name or version.");
        }

        return policy;
    }

    private static GatePolicy Read(string source, string json)
    {
        try
        {
            var given = JsonNode.Parse(json, null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject
                ?? throw new InvalidInputException("policy", source, $"Policy {source}: it is not a JSON object. Start from \"extends\": \"{Default}\".");
            PolicyShape.RequireKnownKeys(source, given);
            var merged = Merged(given);
            PolicyShape.RequireComplete(source, merged);
            var policy = merged.Deserialize<GatePolicy>(ContractJson.Options)!;
            PolicyShape.RequireRanges(source, policy);
            return policy.Validated(source);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidInputException("policy", source, $"Policy {source}: {error.Message.Split('\n')[0]} Correct the JSON.");
        }
    }

    private static JsonObject Merged(JsonObject given)
    {
        if (given["extends"] is not { } extends) return given;
        var id = extends.GetValue<string>();
        _ = Find(id);
        var merged = (JsonObject)JsonNode.Parse(Text(id))!;
        Overlay(merged, given);
        merged.Remove("extends");
        return merged;
    }

    private static void Overlay(JsonObject target, JsonObject over)
    {
        foreach (var (key, value) in over)
        {
            if (target[key] is JsonObject inner && value is JsonObject part) Overlay(inner, part);
            else target[key] = value?.DeepClone();
        }
    }

    private static string Text(string id)
    {
        using var stream = typeof(GatePolicies).Assembly.GetManifestResourceStream(Prefix + id)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
