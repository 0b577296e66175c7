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
    public static GrpcException? Fault(string name) => name.Length switch
    {
        0 => Refusal.Invalid("WorkerDeploymentName cannot be empty"),
        > Longest => Refusal.Invalid("size of WorkerDeploymentName larger than the maximum allowed"),
        _ when name.Contains(':', StringComparison.Ordinal) => Refusal.Invalid("worker deployment name cannot contain ':'"),
        _ => null,
    };

    /// <summary>A version's parts, however it is given.</summary>
    /// <remarks>The real server looks for parts in the one text also where it was given the parts: the name ends at the first '.' or ':', the build begins behind the first '.'.</remarks>
    public static (string Deployment, string Build) Split(string text, WorkerDeploymentVersion? parts)
    {
        var whole = parts is null ? text : $"{parts.DeploymentName}.{parts.BuildId}";
        var (end, dot) = (whole.IndexOfAny(['.', ':']), whole.IndexOf('.', StringComparison.Ordinal));
        return (end < 0 ? whole : whole[..end], dot < 0 ? string.Empty : whole[(dot + 1)..]);
    }

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
        var named = text.Length == 0 ? build : text == WorkerVersion.Unversioned ? string.Empty : Split(text, null).Build;
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
        (request.DeploymentName.Length == 0 ? Refusal.Invalid("deployment name cannot be empty") : null)
            ?? OwnFault(request.DeploymentName, Whole(request.DeploymentName, request.BuildId, request.Version))
            ?? Fault(request.DeploymentName)
            ?? (request is { AllowNoPollers: true, BuildId.Length: 0, Version.Length: 0 } ? Refusal.Invalid("BuildID cannot be empty") : null);

    /// <summary>What is wrong with the version to ramp up to.</summary>
    public static GrpcException? RampFault(SetWorkerDeploymentRampingVersionRequest request) =>
        request.Percentage is < 0 or > 100
            ? Refusal.Invalid("Percentage must be between 0 and 100 (inclusive)")
            : OwnFault(request.DeploymentName, Whole(request.DeploymentName, request.BuildId, request.Version)) ?? Fault(request.DeploymentName);

    /// <summary>What is wrong with the version whose metadata are to change.</summary>
    public static GrpcException? MetadataFault(string text, WorkerDeploymentVersion? parts) => PartsFault(parts is null ? text : $"{parts.DeploymentName}.{parts.BuildId}");

    // Of both the one text counts.
    private static string Whole(string deployment, string build, string version) => version.Length > 0 || build.Length == 0 ? version : $"{deployment}.{build}";

    // A version of another deployment is none of this one.
    private static GrpcException? OwnFault(string deployment, string version) => version is "" or WorkerVersion.Unversioned ? null
        : PartsFault(version)
            ?? (Split(version, null).Deployment == deployment ? null : Refusal.Invalid($"invalid version string '{version}' does not match deployment name '{deployment}'"));

    private static GrpcException? PartsFault(string version)
    {
        var (deployment, build) = Split(version, null);
        return version.AsSpan().IndexOfAny('.', ':') < 0 ? Refusal.Invalid($"invalid version string: expected delimiter ':' or '.' not found in version string {version}")
            : deployment.Length == 0 ? Refusal.Invalid($"invalid version string: deployment name is empty in version string {version}")
            : build.Length == 0 ? Refusal.Invalid($"invalid version string: build id is empty in version string {version}")
            : null;
    }
}
