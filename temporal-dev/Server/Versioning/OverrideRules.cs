using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Reads what somebody asks for a run instead of what its workflow asks, in the API's newer and older fields.</summary>
internal static class OverrideRules
{
    /// <summary>What is asked for.</summary>
    public static VersioningBehavior Behavior(VersioningOverride? asked) => asked?.OverrideCase switch
    {
        null => VersioningBehavior.Unspecified,
        VersioningOverride.OverrideOneofCase.Pinned => VersioningBehavior.Pinned,
        VersioningOverride.OverrideOneofCase.AutoUpgrade => VersioningBehavior.AutoUpgrade,
        _ => asked.Behavior,
    };

    /// <summary>The only version that may have the run's tasks; null where none is asked for.</summary>
    public static WorkerVersion? Pinned(VersioningOverride? asked) => Behavior(asked) != VersioningBehavior.Pinned ? null
        : WorkerVersion.Of(asked!.Pinned?.Version) ?? WorkerVersion.Parse(asked.PinnedVersion)
        ?? (asked.Deployment is { } old ? new(old.SeriesName, old.BuildId) : null);

    /// <summary>The same in the newer fields alone, as histories show it.</summary>
    public static VersioningOverride? Newer(VersioningOverride? asked) => Pinned(asked) is { } version
        ? new() { Pinned = new() { Behavior = VersioningOverride.Types.PinnedOverrideBehavior.Pinned, Version = version.ToProto() } }
        : asked is null ? null : new() { AutoUpgrade = true };

    /// <summary>The same in all fields, as descriptions show it.</summary>
    public static VersioningOverride? Shown(VersioningOverride? asked)
    {
        if (asked is null) return null;
        var shown = asked.Clone();
        shown.Behavior = Behavior(asked);
        shown.PinnedVersion = Pinned(asked)?.Dotted ?? string.Empty;
        return shown;
    }

    /// <summary>What is wrong with it, in the real server's words; null for nothing.</summary>
    public static GrpcException? Fault(VersioningOverride? asked) => asked?.OverrideCase switch
    {
        null => null,
        VersioningOverride.OverrideOneofCase.Pinned => asked.Pinned.Version is null ? Refusal.Invalid("must provide version if override is pinned.")
            : asked.Pinned.Behavior == VersioningOverride.Types.PinnedOverrideBehavior.Unspecified ? Refusal.Invalid("must specify pinned override behavior if override is pinned.")
            : null,
        VersioningOverride.OverrideOneofCase.AutoUpgrade => null,
        _ => OldFault(asked),
    };

    private static GrpcException? OldFault(VersioningOverride asked) => asked.Behavior switch
    {
        VersioningBehavior.Pinned when asked.Deployment is null && asked.PinnedVersion.Length == 0 =>
            Refusal.Invalid("must provide deployment (deprecated) or pinned version if behavior is 'PINNED'"),
        VersioningBehavior.Pinned when asked.Deployment is null => DeploymentNames.VersionFault(asked.PinnedVersion, null, isOfParts: false),
        VersioningBehavior.Pinned => null,
        VersioningBehavior.AutoUpgrade when asked.Deployment is not null => Refusal.Invalid("only provide deployment if behavior is 'PINNED'"),
        VersioningBehavior.AutoUpgrade when asked.PinnedVersion.Length > 0 => Refusal.Invalid("only provide pinned version if behavior is 'PINNED'"),
        VersioningBehavior.AutoUpgrade => null,
        _ => Refusal.Invalid("override behavior is required"),
    };
}
