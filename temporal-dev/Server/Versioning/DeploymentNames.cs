using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Checks names of deployments and of their versions, in the real server's words; null for no fault.</summary>
internal static class DeploymentNames
{
    private const int Longest = 1000;

    /// <summary>What is wrong with a deployment's name.</summary>
    public static GrpcException? Fault(string name, string ofEmpty = "WorkerDeploymentName cannot be empty") => name.Length switch
    {
        0 => Refusal.Invalid(ofEmpty),
        > Longest => Refusal.Invalid("size of WorkerDeploymentName larger than the maximum allowed"),
        _ => null,
    };

    /// <summary>A version's parts, however it is given.</summary>
    public static (string Deployment, string Build) Split(string text, WorkerDeploymentVersion? parts) =>
        parts is not null ? (parts.DeploymentName, parts.BuildId) : text.Split('.', 2) is [var name, var build] ? (name, build) : (text, string.Empty);

    /// <summary>What is wrong with a version, given as one text or in two parts.</summary>
    public static GrpcException? VersionFault(string text, WorkerDeploymentVersion? parts)
    {
        var version = parts is null ? text : $"{parts.DeploymentName}.{parts.BuildId}";
        var dot = version.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < version.Length - 1
            ? null
            : Refusal.Invalid($"invalid version string \"{version}\", expected format is \"<deployment_name>.<build_id>\"");
    }

    /// <summary>What is wrong with the version to ramp up to.</summary>
    public static GrpcException? RampFault(SetWorkerDeploymentRampingVersionRequest request)
    {
        var version = request.BuildId.Length > 0 ? $"{request.DeploymentName}.{request.BuildId}" : request.Version;
        if (version.Length == 0) return null;
        return version.IndexOfAny(['.', ':']) switch
        {
            < 0 => Refusal.Invalid($"invalid version string: expected delimiter ':' or '.' not found in version string {version}"),
            0 => Refusal.Invalid($"invalid version string: deployment name is empty in version string {version}"),
            _ => null,
        };
    }
}
