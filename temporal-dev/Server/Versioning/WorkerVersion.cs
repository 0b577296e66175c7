using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>One build of a deployment of workers.</summary>
/// <param name="Deployment">Name of the deployment; never empty.</param>
/// <param name="Build">Id of the build; never empty.</param>
internal sealed record WorkerVersion(string Deployment, string Build)
{
    /// <summary>Stands for workers without a version where the API wants the name of one.</summary>
    public const string Unversioned = "__unversioned__";

    /// <summary>The name in the API's older fields.</summary>
    public string Dotted => $"{Deployment}.{Build}";

    /// <summary>The name in search attributes.</summary>
    public string Attribute => $"{Deployment}:{Build}";

    /// <summary>The API's message.</summary>
    public WorkerDeploymentVersion ToProto() => new() { DeploymentName = Deployment, BuildId = Build };

    /// <summary>The version that a message names; null for none.</summary>
    public static WorkerVersion? Of(WorkerDeploymentVersion? version) =>
        version is { DeploymentName.Length: > 0, BuildId.Length: > 0 } ? new(version.DeploymentName, version.BuildId) : null;

    /// <summary>The version that a worker has; null for a worker without one.</summary>
    public static WorkerVersion? Of(WorkerDeploymentOptions? options) =>
        options is { WorkerVersioningMode: WorkerVersioningMode.Versioned } ? new(options.DeploymentName, options.BuildId) : null;

    /// <summary>The version of a dotted name; null if it is none.</summary>
    public static WorkerVersion? Parse(string dotted) =>
        dotted.Split('.', 2) is [{ Length: > 0 } deployment, { Length: > 0 } build] ? new(deployment, build) : null;
}
