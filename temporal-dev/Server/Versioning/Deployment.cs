using System.Collections.Immutable;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Where a deployment's share of runs goes.</summary>
/// <param name="Build">Build that ramps; null for workers without a version.</param>
/// <param name="Percentage">Its share, 0 to 100.</param>
internal sealed record Ramp(string? Build, float Percentage);

/// <summary>A deployment of workers: its versions, and which of them get runs.</summary>
/// <param name="Name">Its name, unique in its namespace.</param>
/// <param name="Created">When it came into being.</param>
internal sealed record Deployment(string Name, DateTimeOffset Created)
{
    /// <summary>Versions by build.</summary>
    public ImmutableSortedDictionary<string, DeploymentVersion> Versions { get; init; } = ImmutableSortedDictionary.Create<string, DeploymentVersion>(StringComparer.Ordinal);

    /// <summary>Build that gets runs; null for workers without a version.</summary>
    public string? Current { get; init; }

    /// <summary>Where a share of runs goes instead; null for nowhere.</summary>
    public Ramp? Ramp { get; init; }

    /// <summary>When the current version was last set; null for never.</summary>
    public DateTimeOffset? CurrentChanged { get; init; }

    /// <summary>When the ramping version last became another; null for never.</summary>
    public DateTimeOffset? RampChanged { get; init; }

    /// <summary>When the share was last set; null for never.</summary>
    public DateTimeOffset? RampShareChanged { get; init; }

    /// <summary>Who last changed something; empty for nobody.</summary>
    public string LastModifier { get; init; } = string.Empty;

    /// <summary>The only one who may change routing; empty for anybody.</summary>
    public string Manager { get; init; } = string.Empty;

    /// <summary>When something was last changed: whoever knows this time knows the deployment as it is.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>A version's full name.</summary>
    public WorkerVersion Version(string build) => new(Name, build);

    /// <summary>The versions, latest first.</summary>
    public IEnumerable<DeploymentVersion> Latest => Versions.Values.OrderByDescending(static version => version.Created);
}
