using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gauntlet.Contracts;

namespace Gauntlet.Domain.Gates.Policies;

/// <summary>What a candidate must show at every gate: immutable, versioned, complete. A limit of null means that the check is not asked for.</summary>
/// <remarks>Values live in JSON only: built in under a name and version, or somebody's own text that may extend a built-in one.</remarks>
public sealed record GatePolicy
{
    // A limit of null is a statement, so it is written.
    private static readonly JsonSerializerOptions Written = new(ContractJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Name in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>Version; a changed policy gets a new one.</summary>
    [Range(1, 1_000_000)]
    public required int Version { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The search itself.</summary>
    public required TrainingPolicy Training { get; init; }

    /// <summary>Back-test on the hold-out.</summary>
    public required Gate1Policy Gate1 { get; init; }

    /// <summary>Stress test on scenarios.</summary>
    public required Gate2Policy Gate2 { get; init; }

    /// <summary>Days of paper trading.</summary>
    public required Gate3Policy Gate3 { get; init; }

    /// <summary>The decision.</summary>
    public required PromotionPolicy Promotion { get; init; }

    /// <summary>Name and version as verdicts carry them: <c>rigorous@1</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Name}@{Version}";

    /// <summary>The policy as JSON, always the same for the same policy: what is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Written);

    /// <summary>SHA-256 of <see cref="ToJson"/>, lower-case hexadecimal: a policy of the same name and version with other limits is found out by it.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Written)));
}
