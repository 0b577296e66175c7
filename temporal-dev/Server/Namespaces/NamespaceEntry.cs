using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Namespaces;

/// <summary>One namespace as it is now; a change makes a new entry.</summary>
internal sealed record NamespaceEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Registered, or deprecated: no new runs, running ones go on.</summary>
    public NamespaceState State { get; init; } = NamespaceState.Registered;

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whom to ask about it.</summary>
    public string OwnerEmail { get; init; } = string.Empty;

    /// <summary>Free notes of its owner.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long closed runs stay; at least an hour.</summary>
    public required TimeSpan Retention { get; init; }

    /// <summary>True if a caller registered it, false if it exists from the start.</summary>
    public bool IsRegistered { get; init; }
}
