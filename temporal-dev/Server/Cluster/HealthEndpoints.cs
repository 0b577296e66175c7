using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Grpc.Health.V1;

namespace Gauntlet.Temporal.Server.Cluster;

/// <summary>Health as load balancers and the CLI ask for it: a server that answers is serving.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map) =>
        map.Unary<HealthCheckRequest, HealthCheckResponse>(ServiceNames.Health, "Check", static (request, _) => Task.FromResult(Check(request.Service)));

    private static HealthCheckResponse Check(string service) => service is "" or ServiceNames.Workflow or ServiceNames.Operator
        ? new() { Status = HealthCheckResponse.Types.ServingStatus.Serving }
        : throw new GrpcException(GrpcStatusCode.NotFound, "unknown service");
}
