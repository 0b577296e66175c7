namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Where a version stands in its life.</summary>
internal enum VersionStage
{
    /// <summary>Workers poll for it; nothing was ever sent to it by routing.</summary>
    Inactive,

    /// <summary>A share of runs goes to it.</summary>
    Ramping,

    /// <summary>Runs go to it.</summary>
    Current,

    /// <summary>No new runs go to it; some that are pinned to it may be open.</summary>
    Draining,

    /// <summary>None is.</summary>
    Drained,
}

/// <summary>What happens to a version.</summary>
internal enum VersionEvent
{
    /// <summary>It becomes the deployment's current version.</summary>
    BecameCurrent,

    /// <summary>It becomes the deployment's ramping version.</summary>
    BecameRamping,

    /// <summary>It is no longer current or ramping.</summary>
    Deactivated,

    /// <summary>No open run is pinned to it any more.</summary>
    RanDry,
}

/// <summary>The life of a version as a table.</summary>
/// <remarks>
/// <code>
/// Inactive ──► Ramping ──► Current      (either may come first)
///                 │            │
///                 └─► Draining ◄┘ ──► Drained
///                        └──────────────┴──► Ramping, Current
/// </code>
/// </remarks>
internal static class VersionStages
{
    private static readonly Dictionary<(VersionStage, VersionEvent), VersionStage> Table = new()
    {
        [(VersionStage.Inactive, VersionEvent.BecameCurrent)] = VersionStage.Current,
        [(VersionStage.Inactive, VersionEvent.BecameRamping)] = VersionStage.Ramping,
        [(VersionStage.Ramping, VersionEvent.BecameRamping)] = VersionStage.Ramping,
        [(VersionStage.Ramping, VersionEvent.BecameCurrent)] = VersionStage.Current,
        [(VersionStage.Ramping, VersionEvent.Deactivated)] = VersionStage.Draining,
        [(VersionStage.Current, VersionEvent.BecameCurrent)] = VersionStage.Current,
        [(VersionStage.Current, VersionEvent.Deactivated)] = VersionStage.Draining,
        [(VersionStage.Draining, VersionEvent.RanDry)] = VersionStage.Drained,
        [(VersionStage.Draining, VersionEvent.BecameCurrent)] = VersionStage.Current,
        [(VersionStage.Draining, VersionEvent.BecameRamping)] = VersionStage.Ramping,
        [(VersionStage.Drained, VersionEvent.BecameCurrent)] = VersionStage.Current,
        [(VersionStage.Drained, VersionEvent.BecameRamping)] = VersionStage.Ramping,
    };

    /// <summary>Every step that there is.</summary>
    public static IReadOnlyDictionary<(VersionStage Stage, VersionEvent Event), VersionStage> All => Table;

    /// <summary>The stage after an event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot happen at that stage.</exception>
    public static VersionStage After(this VersionStage stage, VersionEvent happened) =>
        Table.TryGetValue((stage, happened), out var next) ? next : throw new InvalidOperationException($"a version that is {stage} cannot have {happened}");
}
