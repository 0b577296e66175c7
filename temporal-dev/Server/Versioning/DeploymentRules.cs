using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Whether a deployment may be changed as somebody asks, in the real server's words and in its order; null for no fault.</summary>
internal static class DeploymentRules
{
    /// <summary>The current version is to be another.</summary>
    /// <param name="deployment">The deployment as it is.</param>
    /// <param name="build">Build asked for; null for workers without a version.</param>
    /// <param name="request">The request.</param>
    public static GrpcException? Fault(Deployment deployment, string? build, SetWorkerDeploymentCurrentVersionRequest request) =>
        TokenFault(deployment, request.ConflictToken)
            ?? VersionFault(deployment, build, request.AllowNoPollers)
            ?? ManagerFault(deployment, request.Identity);

    /// <summary>The ramp is to be another.</summary>
    /// <param name="deployment">The deployment as it is.</param>
    /// <param name="ramp">Ramp asked for; null for none.</param>
    /// <param name="request">The request.</param>
    public static GrpcException? Fault(Deployment deployment, Ramp? ramp, SetWorkerDeploymentRampingVersionRequest request) =>
        TokenFault(deployment, request.ConflictToken)
            ?? CurrentFault(deployment, ramp)
            ?? VersionFault(deployment, ramp?.Build, request.AllowNoPollers)
            ?? ManagerFault(deployment, request.Identity);

    /// <summary>A version is to be forgotten.</summary>
    /// <param name="deployment">The deployment as it is.</param>
    /// <param name="version">Its version.</param>
    /// <param name="request">The request.</param>
    /// <param name="hasPollers">Whether workers poll for it.</param>
    public static GrpcException? Fault(Deployment deployment, DeploymentVersion version, DeleteWorkerDeploymentVersionRequest request, bool hasPollers) =>
        version.Stage is VersionStage.Current or VersionStage.Ramping ? Failed("Version cannot be deleted since it is current or ramping.")
            : ManagerFault(deployment, request.Identity)
            ?? (version.Stage == VersionStage.Draining && !request.SkipDrainage ? Failed("Version cannot be deleted since it is draining.") : null)
            ?? (hasPollers ? Failed("Version cannot be deleted since it has active pollers.") : null);

    /// <summary>Somebody says that nothing was changed since he looked.</summary>
    public static GrpcException? TokenFault(Deployment deployment, Google.Protobuf.ByteString token) =>
        token.IsEmpty || token == ConflictToken.Of(deployment.Changed) ? null : Failed("conflict token mismatch");

    /// <summary>Task queues where work is, which the next version would leave alone.</summary>
    /// <param name="kind">"current" or "ramping".</param>
    public static GrpcException Missing(string kind) =>
        Failed($"proposed {kind} version is missing active task queues from the current version; these would become unversioned if it is set as the {kind} version");

    private static GrpcException? CurrentFault(Deployment deployment, Ramp? ramp) =>
        ramp is not null && ramp.Build == deployment.Current && !(ramp.Build is null && ramp.Percentage == 0)
            ? Failed($"requested ramping version {(ramp.Build is null ? WorkerVersion.Unversioned : deployment.Version(ramp.Build).Dotted)} is already current")
            : null;

    private static GrpcException? VersionFault(Deployment deployment, string? build, bool allowsNoPollers) =>
        build is null || allowsNoPollers || deployment.Versions.ContainsKey(build) ? null : Refusal.NotFound("Version not found in deployment");

    private static GrpcException? ManagerFault(Deployment deployment, string identity) => deployment.Manager.Length == 0 || deployment.Manager == identity
        ? null
        : Failed($"ManagerIdentity '{deployment.Manager}' is set and does not match user identity '{identity}'; to proceed, set your own identity as the ManagerIdentity, remove the ManagerIdentity, or wait for the other client to do so");

    private static GrpcException Failed(string text) => new(GrpcStatusCode.FailedPrecondition, text);
}
