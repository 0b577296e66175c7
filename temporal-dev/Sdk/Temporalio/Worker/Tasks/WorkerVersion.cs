using Temporalio.Api.Enums.V1;

namespace Temporalio.Worker.Tasks;

/// <summary>The deployment that a worker tells the server.</summary>
internal static class WorkerVersion
{
    /// <summary>The deployment; null if the worker has none.</summary>
    public static Api.Deployment.V1.WorkerDeploymentOptions? Of(WorkerContext context) =>
        context.Options.DeploymentOptions is { Version: { } version } options
            ? new()
            {
                DeploymentName = version.DeploymentName,
                BuildId = version.BuildId,
                WorkerVersioningMode = options.UseWorkerVersioning ? WorkerVersioningMode.Versioned : WorkerVersioningMode.Unversioned,
            }
            : null;
}
