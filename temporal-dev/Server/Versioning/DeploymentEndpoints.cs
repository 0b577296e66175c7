using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls about deployments of workers, of which there are none.</summary>
/// <remarks>The answers are those of a real server on which nobody has made any.</remarks>
internal static class DeploymentEndpoints
{
    private const string Deprecated = "Deployments are deprecated and no longer supported, use Worker Deployments instead";

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map)
    {
        MapOld(map);
        MapNew(map);
        MapVersions(map);
    }

    private static void MapOld(GrpcServiceMap map) => map
        .Refuse<ListDeploymentsRequest, ListDeploymentsResponse>(ServiceNames.Workflow, "ListDeployments", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<DescribeDeploymentRequest, DescribeDeploymentResponse>(ServiceNames.Workflow, "DescribeDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<GetCurrentDeploymentRequest, GetCurrentDeploymentResponse>(ServiceNames.Workflow, "GetCurrentDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<SetCurrentDeploymentRequest, SetCurrentDeploymentResponse>(ServiceNames.Workflow, "SetCurrentDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<GetDeploymentReachabilityRequest, GetDeploymentReachabilityResponse>(ServiceNames.Workflow, "GetDeploymentReachability", static _ => Refusal.Unimplemented(Deprecated));

    private static void MapNew(GrpcServiceMap map) => map
        .Refuse<DescribeWorkerDeploymentRequest, DescribeWorkerDeploymentResponse>(
            ServiceNames.Workflow, "DescribeWorkerDeployment", static r => DeploymentNames.Fault(r.DeploymentName) ?? Refusal.NotFound("Worker Deployment not found"))
        .Refuse<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(
            ServiceNames.Workflow,
            "SetWorkerDeploymentCurrentVersion",
            static r => DeploymentNames.CurrentFault(r) ?? NoDeployment(r.DeploymentName))
        .Refuse<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(
            ServiceNames.Workflow,
            "SetWorkerDeploymentRampingVersion",
            static r => DeploymentNames.RampFault(r) ?? DeploymentNames.Fault(r.DeploymentName) ?? NoDeployment(r.DeploymentName))
        .Refuse<SetWorkerDeploymentManagerRequest, SetWorkerDeploymentManagerResponse>(
            ServiceNames.Workflow, "SetWorkerDeploymentManager", static r => (r.Identity.Length == 0 ? Refusal.Invalid("Identity is required") : DeploymentNames.Fault(r.DeploymentName)) ?? NoWorkflow($"worker-deployment:{r.DeploymentName}"))
        .Unary<DeleteWorkerDeploymentRequest, DeleteWorkerDeploymentResponse>(
            ServiceNames.Workflow, "DeleteWorkerDeployment", static (r, _) => Answer<DeleteWorkerDeploymentResponse>(DeploymentNames.Fault(r.DeploymentName)))
        .Unary<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>(
            ServiceNames.Workflow, "ListWorkerDeployments", static (r, _) => Answer<ListWorkerDeploymentsResponse>(r.NextPageToken.IsEmpty ? null : Refusal.BadToken()));

    private static void MapVersions(GrpcServiceMap map) => map
        .Refuse<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(
            ServiceNames.Workflow,
            "DescribeWorkerDeploymentVersion",
            static r => r.Version.Length == 0 && r.DeploymentVersion is null
                ? Refusal.Invalid("deployment version cannot be empty")
                : DeploymentNames.VersionFault(r.Version, r.DeploymentVersion, isOfParts: false) ?? Refusal.NotFound("Worker Deployment Version not found"))
        .Refuse<DeleteWorkerDeploymentVersionRequest, DeleteWorkerDeploymentVersionResponse>(
            ServiceNames.Workflow,
            "DeleteWorkerDeploymentVersion",
            static r => DeploymentNames.VersionFault(r.Version, r.DeploymentVersion, isOfParts: true)
                ?? NoWorkflow($"worker-deployment:{DeploymentNames.Split(r.Version, r.DeploymentVersion).Deployment}"))
        .Refuse<UpdateWorkerDeploymentVersionMetadataRequest, UpdateWorkerDeploymentVersionMetadataResponse>(
            ServiceNames.Workflow,
            "UpdateWorkerDeploymentVersionMetadata",
            static r => r.UpsertEntries.Count == 0 && r.RemoveEntries.Count == 0
                ? Refusal.Invalid("At least one of remove_entries or upsert_entries must be provided")
                : DeploymentNames.MetadataFault(r.Version, r.DeploymentVersion) ?? NoVersionWorkflow(DeploymentNames.Split(r.Version, r.DeploymentVersion)));

    private static Task<TResponse> Answer<TResponse>(GrpcException? fault)
        where TResponse : new() => fault is null ? Task.FromResult(new TResponse()) : Task.FromException<TResponse>(fault);

    // The real server keeps deployments in workflows of its own, and says so.
    private static GrpcException NoWorkflow(string id) => Refusal.NotFound($"workflow not found for ID: temporal-sys-{id}");

    private static GrpcException NoVersionWorkflow((string Deployment, string Build) version) => NoWorkflow($"worker-deployment-version:{version.Deployment}:{version.Build}");

    private static GrpcException NoDeployment(string name) =>
        new(GrpcStatusCode.FailedPrecondition, $"no Worker Deployment found with name {name}; does your Worker Deployment have pollers?");
}
