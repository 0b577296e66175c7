using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Calls about versions of workers, on a server that routes by task queue only: there are none.</summary>
/// <remarks>The answers are those of a real server on which nobody has set any up.</remarks>
internal static class VersioningEndpoints
{
    private const string Sets = "Worker versioning v0.1 (Version Set-based, deprecated) is disabled on this namespace.";
    private const string Rules = "Worker versioning v0.2 (Rules-based, deprecated) is disabled on this namespace.";

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map) => map
        .Refuse<GetWorkerBuildIdCompatibilityRequest, GetWorkerBuildIdCompatibilityResponse>(ServiceNames.Workflow, "GetWorkerBuildIdCompatibility", static _ => Disabled(Sets))
        .Refuse<UpdateWorkerBuildIdCompatibilityRequest, UpdateWorkerBuildIdCompatibilityResponse>(ServiceNames.Workflow, "UpdateWorkerBuildIdCompatibility", static _ => Disabled(Sets))
        .Refuse<GetWorkerVersioningRulesRequest, GetWorkerVersioningRulesResponse>(ServiceNames.Workflow, "GetWorkerVersioningRules", static _ => Disabled(Rules))
        .Refuse<UpdateWorkerVersioningRulesRequest, UpdateWorkerVersioningRulesResponse>(ServiceNames.Workflow, "UpdateWorkerVersioningRules", static _ => Disabled(Rules))
        .Refuse<GetWorkerTaskReachabilityRequest, GetWorkerTaskReachabilityResponse>(ServiceNames.Workflow, "GetWorkerTaskReachability", static _ => Disabled(Rules));

    private static GrpcException Disabled(string text) => GrpcException.With(GrpcStatusCode.PermissionDenied, text, new PermissionDeniedFailure());
}
