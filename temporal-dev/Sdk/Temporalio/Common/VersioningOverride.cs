namespace Temporalio.Common;

/// <summary>Sets which worker deployment version runs a workflow, against what the workflow itself says.</summary>
public abstract record VersioningOverride
{
    private VersioningOverride()
    {
    }

    /// <summary>How a pinned override behaves.</summary>
    public enum PinnedOverrideBehavior
    {
        /// <summary>Nothing chosen.</summary>
        Unspecified = 0,

        /// <summary>The workflow stays on the version.</summary>
        Pinned = 1,
    }

    /// <summary>Writes the override for the wire.</summary>
    internal abstract Api.Workflow.V1.VersioningOverride ToProto();

    /// <summary>The workflow runs on one version.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="Behavior">How the override behaves.</param>
    public sealed record Pinned(
        WorkerDeploymentVersion Version,
        PinnedOverrideBehavior Behavior = PinnedOverrideBehavior.Pinned) : VersioningOverride
    {
        /// <inheritdoc />
        internal override Api.Workflow.V1.VersioningOverride ToProto() => new()
        {
            Pinned = new()
            {
                Version = Version.ToProto(),
                Behavior = (Api.Workflow.V1.VersioningOverride.Types.PinnedOverrideBehavior)Behavior,
            },
        };
    }

    /// <summary>The workflow moves with the deployment's current version.</summary>
    public sealed record AutoUpgrade() : VersioningOverride
    {
        /// <inheritdoc />
        internal override Api.Workflow.V1.VersioningOverride ToProto() => new() { AutoUpgrade = true };
    }
}
