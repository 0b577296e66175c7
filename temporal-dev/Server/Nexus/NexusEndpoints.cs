using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>Calls about Nexus on a server without an endpoint: nothing is listed, and workers that poll wait in vain.</summary>
internal static class NexusEndpoints
{
    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, TimeProvider wallClock) => map
        .Unary<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>(ServiceNames.Workflow, "PollNexusTaskQueue", (_, call) => PollAsync(call, wallClock))
        .Unary<ListNexusEndpointsRequest, ListNexusEndpointsResponse>(ServiceNames.Operator, "ListNexusEndpoints", static (_, _) => Task.FromResult(new ListNexusEndpointsResponse()))
        .Unary<GetNexusEndpointRequest, GetNexusEndpointResponse>(ServiceNames.Operator, "GetNexusEndpoint", static (r, _) =>
            throw GrpcException.With(GrpcStatusCode.NotFound, $"Nexus endpoint with ID `{r.Id}` not found", new NotFoundFailure()));

    private static async Task<PollNexusTaskQueueResponse> PollAsync(GrpcServerCall call, TimeProvider wallClock)
    {
        using var patience = LongPoll.Patience(call, wallClock, EngineLimits.TaskPoll);
        await Task.Delay(Timeout.InfiniteTimeSpan, patience.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        call.CancellationToken.ThrowIfCancellationRequested();
        return new();
    }
}
