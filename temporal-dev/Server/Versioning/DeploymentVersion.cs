using System.Collections.Immutable;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>A task queue that workers of a version poll.</summary>
internal sealed record VersionQueue(string Name, TaskQueueType Type);

/// <summary>What a deployment knows of one of its versions.</summary>
/// <param name="Build">Id of the build.</param>
/// <param name="Created">When the first worker polled, or routing first named it.</param>
internal sealed record DeploymentVersion(string Build, DateTimeOffset Created)
{
    /// <summary>Where it stands.</summary>
    public VersionStage Stage { get; init; }

    /// <summary>When routing last changed for it; null for never.</summary>
    public DateTimeOffset? RoutingChanged { get; init; }

    /// <summary>Since when it is current; null while it is not.</summary>
    public DateTimeOffset? CurrentSince { get; init; }

    /// <summary>Since when it ramps; null while it does not.</summary>
    public DateTimeOffset? RampingSince { get; init; }

    /// <summary>When it first was current or ramping.</summary>
    public DateTimeOffset? FirstActivated { get; init; }

    /// <summary>When it last stopped being either; null while it is one.</summary>
    public DateTimeOffset? LastDeactivated { get; init; }

    /// <summary>When its drainage last changed; becoming current counts, as on the real server.</summary>
    public DateTimeOffset? DrainageChanged { get; init; }

    /// <summary>When its open runs were last counted.</summary>
    public DateTimeOffset? DrainageChecked { get; init; }

    /// <summary>Task queues that its workers poll, in the order in which they came.</summary>
    public ImmutableList<VersionQueue> Queues { get; init; } = [];

    /// <summary>What people noted about it.</summary>
    public ImmutableSortedDictionary<string, Payload> Metadata { get; init; } = ImmutableSortedDictionary.Create<string, Payload>(StringComparer.Ordinal);
}
