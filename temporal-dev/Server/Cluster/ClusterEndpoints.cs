using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Cluster;

/// <summary>What the server says of itself: version, capabilities, the one cluster that it is.</summary>
internal static class ClusterEndpoints
{
    /// <summary>Name of the only cluster, as the real development server calls its own.</summary>
    public const string ClusterName = "active";

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, ServerParts parts) => map
        .Unary<GetSystemInfoRequest, GetSystemInfoResponse>(ServiceNames.Workflow, "GetSystemInfo", static (_, _) => Task.FromResult(SystemInfo()))
        .Unary<GetClusterInfoRequest, GetClusterInfoResponse>(ServiceNames.Workflow, "GetClusterInfo", (_, _) => Task.FromResult(ClusterInfo(parts)))
        .Unary<ListClustersRequest, ListClustersResponse>(ServiceNames.Operator, "ListClusters", (r, _) => r.NextPageToken.IsEmpty
            ? Task.FromResult(Clusters(parts))
            : throw new GrpcException(GrpcStatusCode.Internal, "error deserializing page token: Error in deserialization: unexpected EOF"))
        .Refuse<RemoveRemoteClusterRequest, RemoveRemoteClusterResponse>(
            ServiceNames.Operator, "RemoveRemoteCluster", static _ => Refusal.NotFound("The cluster to be deleted cannot be found in clusters cache."))
        .Refuse<AddOrUpdateRemoteClusterRequest, AddOrUpdateRemoteClusterResponse>(
            ServiceNames.Operator,
            "AddOrUpdateRemoteCluster",
            static r => new GrpcException(GrpcStatusCode.Unavailable, $"Unable connect to remote cluster {r.FrontendAddress} with error: this server has no other clusters."));

    private static GetSystemInfoResponse SystemInfo() => new()
    {
        ServerVersion = ClientVersion.Server,
        Capabilities = new()
        {
            SignalAndQueryHeader = true,
            InternalErrorDifferentiation = true,
            ActivityFailureIncludeHeartbeat = true,
            SupportsSchedules = true,
            EncodedFailureAttributes = true,
            BuildIdBasedVersioning = true,
            UpsertMemo = true,
            EagerWorkflowStart = true,
            SdkMetadata = true,
            CountGroupByExecutionStatus = true,
            Nexus = true,
        },
    };

    private static GetClusterInfoResponse ClusterInfo(ServerParts parts)
    {
        var info = new GetClusterInfoResponse
        {
            ServerVersion = ClientVersion.Server,
            ClusterId = parts.ClusterId,
            ClusterName = ClusterName,
            HistoryShardCount = 1,
            PersistenceStore = "memory",
            VisibilityStore = "memory",
            InitialFailoverVersion = 1,
            FailoverVersionIncrement = 10,
        };
        foreach (var (client, versions) in ClientVersion.Supported) info.SupportedClients.Add(client, versions);
        return info;
    }

    private static ListClustersResponse Clusters(ServerParts parts) => new()
    {
        Clusters =
        {
            new ClusterMetadata
            {
                ClusterName = ClusterName,
                ClusterId = parts.ClusterId,
                Address = parts.Address,
                InitialFailoverVersion = 1,
                HistoryShardCount = 1,
                IsConnectionEnabled = true,
            },
        },
    };
}
