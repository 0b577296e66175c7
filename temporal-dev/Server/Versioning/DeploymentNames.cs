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
        _ when name.Contains(':', StringComparison.Ordinal) => Refusal.Invalid("worker deployment name cannot contain ':'"),
        _ => null,
    };

    /// <summary>A version's parts, however it is given.</summary>
    public static (string Deployment, string Build) Split(string text, WorkerDeploymentVersion? parts) =>
        parts is not null ? (parts.DeploymentName, parts.BuildId) : text.Split('.', 2) is [var name, var build] ? (name, build) : (text, string.Empty);

    /// <summary>What is wrong with a version, given as one text or in two parts.</summary>
    /// <param name="text">The one text.</param>
    /// <param name="parts">The two parts.</param>
    /// <param name="isOfParts">True where the parts count when both are given.</param>
    public static GrpcException? VersionFault(string text, WorkerDeploymentVersion? parts, bool isOfParts)
    {
        var version = parts is null || (text.Length > 0 && !isOfParts) ? text : $"{parts.DeploymentName}.{parts.BuildId}";
        var dot = version.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < version.Length - 1
            ? null
            : Refusal.Invalid($"invalid version string \"{version}\", expected format is \"<deployment_name>.<build_id>\"");
    }

    /// <summary>The build that a request names, by itself or in the version's one text; null for workers without a version.</summary>
    public static string? Build(string build, string text)
    {
        var named = build.Length > 0 ? build : text is "" or WorkerVersion.Unversioned ? string.Empty : Split(text, null).Build;
        return named.Length > 0 ? named : null;
    }

    /// <summary>The ramp that a request asks for; null for none.</summary>
    public static Ramp? Ramp(SetWorkerDeploymentRampingVersionRequest request) => Build(request.BuildId, request.Version) is { } build
        ? new(build, request.Percentage)
        : request.Version == WorkerVersion.Unversioned || request.Percentage > 0 ? new(null, request.Percentage) : null;

    /// <summary>There is no such deployment. The real server keeps deployments in workflows of its own, and says so.</summary>
    public static GrpcException NoDeployment(string name) => Refusal.NotFound($"workflow not found for ID: temporal-sys-worker-deployment:{name}");

    /// <summary>There is no such version.</summary>
    public static GrpcException NoVersion(string deployment, string build) =>
        Refusal.NotFound($"workflow not found for ID: temporal-sys-worker-deployment-version:{deployment}:{build}");

    /// <summary>What is wrong with the version that is to be the current one.</summary>
    public static GrpcException? CurrentFault(SetWorkerDeploymentCurrentVersionRequest request) =>
        request.BuildId.Length > 0 && request.DeploymentName.Contains(':', StringComparison.Ordinal)
            ? Refusal.Invalid($"invalid version string '{request.DeploymentName}.{request.BuildId}' does not match deployment name '{request.DeploymentName}'")
            : Fault(request.DeploymentName, "deployment name cannot be empty")
                ?? (request is { AllowNoPollers: true, BuildId.Length: 0, Version.Length: 0 } ? Refusal.Invalid("BuildID cannot be empty") : null);

    /// <summary>What is wrong with the version to ramp up to.</summary>
    public static GrpcException? RampFault(SetWorkerDeploymentRampingVersionRequest request)
    {
        var version = request.Version.Length > 0 || request.BuildId.Length == 0 ? request.Version : $"{request.DeploymentName}.{request.BuildId}";
        if (request.Percentage is < 0 or > 100) return Refusal.Invalid("Percentage must be between 0 and 100 (inclusive)");
        return version is "" or WorkerVersion.Unversioned ? null : PartsFault(version);
    }

    /// <summary>What is wrong with the version whose metadata are to change.</summary>
    public static GrpcException? MetadataFault(string text, WorkerDeploymentVersion? parts) => PartsFault(parts is null ? text : $"{parts.DeploymentName}.{parts.BuildId}");

    private static GrpcException? PartsFault(string version)
    {
        var at = version.IndexOfAny(['.', ':']);
        return at < 0 ? Refusal.Invalid($"invalid version string: expected delimiter ':' or '.' not found in version string {version}")
            : at == 0 ? Refusal.Invalid($"invalid version string: deployment name is empty in version string {version}")
            : at == version.Length - 1 ? Refusal.Invalid($"invalid version string: build id is empty in version string {version}")
            : null;
    }
}
