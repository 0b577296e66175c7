using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>The deployment that a worker belongs to.</summary>
public class WorkerDeploymentOptions : ICloneable
{
    /// <summary>No version, no versioning.</summary>
    public WorkerDeploymentOptions()
    {
    }

    /// <summary>A version.</summary>
    /// <param name="version">Deployment and build.</param>
    /// <param name="useWorkerVersioning">Whether the server routes tasks by version.</param>
    public WorkerDeploymentOptions(WorkerDeploymentVersion version, bool useWorkerVersioning)
    {
        Version = version;
        UseWorkerVersioning = useWorkerVersioning;
    }

    /// <summary>Deployment and build. Default null.</summary>
    public WorkerDeploymentVersion? Version { get; set; }

    /// <summary>Whether the server routes tasks by version. Default false.</summary>
    public bool UseWorkerVersioning { get; set; }

    /// <summary>How runs move between versions where the workflow does not say. Default unspecified.</summary>
    public VersioningBehavior DefaultVersioningBehavior { get; set; } = VersioningBehavior.Unspecified;

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
