using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>How many of each there may be: the real server's limits.</summary>
internal static class DeploymentLimits
{
    private const int Deployments = 100, Versions = 100, Queues = 100;

    /// <summary>Whether a namespace with so many deployments may have one more; null for yes.</summary>
    public static GrpcException? Fault(int deployments) =>
        deployments < Deployments ? null : Exhausted($"reached maximum deployments in namespace ({Deployments})");

    /// <summary>Whether a deployment may have a version, and this one a queue; null for yes.</summary>
    public static GrpcException? Fault(Deployment deployment, string build, VersionQueue queue)
    {
        if (!deployment.Versions.TryGetValue(build, out var version))
        {
            return deployment.Versions.Count < Versions
                ? null
                : Exhausted($"cannot add version {deployment.Version(build).Dotted} since maximum number of versions ({Versions}) have been registered in the deployment");
        }

        return version.Queues.Count < Queues || version.Queues.Contains(queue)
            ? null
            : Exhausted($"cannot add task queue {queue.Name} since maximum number of task queues ({Queues}) have been registered in deployment");
    }

    private static GrpcException Exhausted(string text) => GrpcException.With(
        GrpcStatusCode.ResourceExhausted,
        text,
        new Temporalio.Api.ErrorDetails.V1.ResourceExhaustedFailure { Cause = ResourceExhaustedCause.WorkerDeploymentLimits, Scope = ResourceExhaustedScope.Namespace });
}
