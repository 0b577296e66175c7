using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls about deployments as they were before worker deployments: no longer served.</summary>
internal static class OldDeploymentEndpoints
{
    private const string Deprecated = "Deployments are deprecated and no longer supported, use Worker Deployments instead";

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map) => map
        .Refuse<ListDeploymentsRequest, ListDeploymentsResponse>(ServiceNames.Workflow, "ListDeployments", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<DescribeDeploymentRequest, DescribeDeploymentResponse>(ServiceNames.Workflow, "DescribeDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<GetCurrentDeploymentRequest, GetCurrentDeploymentResponse>(ServiceNames.Workflow, "GetCurrentDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<SetCurrentDeploymentRequest, SetCurrentDeploymentResponse>(ServiceNames.Workflow, "SetCurrentDeployment", static _ => Refusal.Unimplemented(Deprecated))
        .Refuse<GetDeploymentReachabilityRequest, GetDeploymentReachabilityResponse>(ServiceNames.Workflow, "GetDeploymentReachability", static _ => Refusal.Unimplemented(Deprecated));
}
