using Temporalio.Api.Common.V1;
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

    /// <summary>The build id that a worker of the older way tells the server when it polls; null if it goes by none.</summary>
    public static WorkerVersionCapabilities? CapabilitiesOf(WorkerContext context) =>
        context.Options is { DeploymentOptions: null, UsesPlainBuildId: true, PlainBuildId: { } build }
            ? new() { BuildId = build, UseVersioning = true }
            : null;

    /// <summary>The build id that a worker of the older way tells the server with what it did; null if it goes by none.</summary>
    public static WorkerVersionStamp? StampOf(WorkerContext context) =>
        CapabilitiesOf(context) is { } capabilities ? new() { BuildId = capabilities.BuildId, UseVersioning = true } : null;
}
