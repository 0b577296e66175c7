using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls about versions of workers, on a server that routes by task queue only: there are no versions and no deployments.</summary>
/// <remarks>The answers are those of a real server on which nobody has set any up.</remarks>
internal static class VersioningEndpoints
{
    private const string Sets = "Worker versioning v0.1 (Version Set-based, deprecated) is disabled on this namespace.";
    private const string Rules = "Worker versioning v0.2 (Rules-based, deprecated) is disabled on this namespace.";
    private const string Deprecated = "Deployments are deprecated and no longer supported, use Worker Deployments instead";

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map)
    {
        MapVersions(map);
        MapDeployments(map);
        MapWorkers(map);
    }

    private static void MapVersions(GrpcServiceMap map)
    {
        Refuse<GetWorkerBuildIdCompatibilityRequest, GetWorkerBuildIdCompatibilityResponse>(map, "GetWorkerBuildIdCompatibility", _ => Disabled(Sets));
        Refuse<UpdateWorkerBuildIdCompatibilityRequest, UpdateWorkerBuildIdCompatibilityResponse>(map, "UpdateWorkerBuildIdCompatibility", _ => Disabled(Sets));
        Refuse<GetWorkerVersioningRulesRequest, GetWorkerVersioningRulesResponse>(map, "GetWorkerVersioningRules", _ => Disabled(Rules));
        Refuse<UpdateWorkerVersioningRulesRequest, UpdateWorkerVersioningRulesResponse>(map, "UpdateWorkerVersioningRules", _ => Disabled(Rules));
        Refuse<GetWorkerTaskReachabilityRequest, GetWorkerTaskReachabilityResponse>(map, "GetWorkerTaskReachability", _ => Disabled(Rules));
    }

    private static void MapDeployments(GrpcServiceMap map)
    {
        Refuse<ListDeploymentsRequest, ListDeploymentsResponse>(map, "ListDeployments", _ => Unimplemented(Deprecated));
        Refuse<GetCurrentDeploymentRequest, GetCurrentDeploymentResponse>(map, "GetCurrentDeployment", _ => Unimplemented(Deprecated));
        Refuse<DescribeWorkerDeploymentRequest, DescribeWorkerDeploymentResponse>(map, "DescribeWorkerDeployment", _ => NotFound("Worker Deployment not found"));
        Refuse<DescribeWorkerDeploymentVersionRequest, DescribeWorkerDeploymentVersionResponse>(
            map, "DescribeWorkerDeploymentVersion", _ => NotFound("Worker Deployment Version not found"));
        Refuse<SetWorkerDeploymentCurrentVersionRequest, SetWorkerDeploymentCurrentVersionResponse>(map, "SetWorkerDeploymentCurrentVersion", r => NoDeployment(r.DeploymentName));
        Refuse<SetWorkerDeploymentRampingVersionRequest, SetWorkerDeploymentRampingVersionResponse>(map, "SetWorkerDeploymentRampingVersion", r => NoDeployment(r.DeploymentName));
        Answer<DeleteWorkerDeploymentRequest, DeleteWorkerDeploymentResponse>(map, "DeleteWorkerDeployment");
        Answer<ListWorkerDeploymentsRequest, ListWorkerDeploymentsResponse>(map, "ListWorkerDeployments");
    }

    private static void MapWorkers(GrpcServiceMap map)
    {
        Refuse<RecordWorkerHeartbeatRequest, RecordWorkerHeartbeatResponse>(map, "RecordWorkerHeartbeat", _ => Unimplemented("method RecordWorkerHeartbeat not supported"));
        Refuse<ListWorkersRequest, ListWorkersResponse>(map, "ListWorkers", _ => Unimplemented("method ListWorkers not supported"));
        Refuse<DescribeWorkerRequest, DescribeWorkerResponse>(map, "DescribeWorker", _ => Unimplemented("DescribeWorker command is not enabled."));
        Refuse<FetchWorkerConfigRequest, FetchWorkerConfigResponse>(map, "FetchWorkerConfig", _ => Unimplemented("FetchWorkerConfig command is not enabled."));
        Refuse<ListWorkflowRulesRequest, ListWorkflowRulesResponse>(map, "ListWorkflowRules", _ => Unimplemented("method ListWorkflowRules not supported"));
    }

    private static void Refuse<TRequest, TResponse>(GrpcServiceMap map, string method, Func<TRequest, GrpcException> refusal)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse> =>
        map.Unary<TRequest, TResponse>(ServiceNames.Workflow, method, (request, _) => Task.FromException<TResponse>(refusal(request)));

    private static void Answer<TRequest, TResponse>(GrpcServiceMap map, string method)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        map.Unary<TRequest, TResponse>(ServiceNames.Workflow, method, static (_, _) => Task.FromResult(new TResponse()));

    private static GrpcException Disabled(string text) => GrpcException.With(GrpcStatusCode.PermissionDenied, text, new PermissionDeniedFailure());

    private static GrpcException NotFound(string text) => GrpcException.With(GrpcStatusCode.NotFound, text, new NotFoundFailure());

    private static GrpcException Unimplemented(string text) => new(GrpcStatusCode.Unimplemented, text);

    private static GrpcException NoDeployment(string name) =>
        new(GrpcStatusCode.FailedPrecondition, $"no Worker Deployment found with name {name}; does your Worker Deployment have pollers?");
}
