using System.Security.Cryptography;
using System.Text;
using Gauntlet.Domain.Strategies;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Artifacts;

/// <summary>All that makes a candidate what it is, and nothing of how it was found: the same bundle has the same hash in every study.</summary>
public sealed record ArtifactBundle
{
    /// <summary>Strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Parameters by name, in ordinal order.</summary>
    public required SortedDictionary<string, Contracts.Training.ParameterValue> Parameters { get; init; }

    /// <summary>Hash of the bars that it was trained on.</summary>
    public required string TrainingHash { get; init; }

    /// <summary>Seed of the study.</summary>
    public required long Seed { get; init; }

    /// <summary>Version of the code that trained it.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>Policy that will judge it.</summary>
    public required string Policy { get; init; }

    /// <summary>The parameters as strategies take them.</summary>
    public ParameterValues ToValues() => Json.Read<ParameterValues>(Json.Write(Parameters), Strategy);

    /// <summary>The bundle in canonical JSON.</summary>
    public string ToDocument() => Json.Write(this);

    /// <summary>SHA-256 of the canonical JSON, in lower-case hexadecimal.</summary>
    public string ToHash() => HashOf(ToDocument());

    internal static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
