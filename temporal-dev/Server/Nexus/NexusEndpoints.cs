using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;
using Temporalio.Api.Nexus.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>Calls about Nexus on a server without an endpoint: nothing is listed, none can be made, and workers that poll wait in vain.</summary>
internal static class NexusEndpoints
{
    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, TimeProvider wallClock) => map
        .Unary<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>(ServiceNames.Workflow, "PollNexusTaskQueue", (_, call) => PollAsync(call, wallClock))
        .Refuse<RespondNexusTaskCompletedRequest, RespondNexusTaskCompletedResponse>(ServiceNames.Workflow, "RespondNexusTaskCompleted", static r => NoTask(r.TaskToken))
        .Refuse<RespondNexusTaskFailedRequest, RespondNexusTaskFailedResponse>(ServiceNames.Workflow, "RespondNexusTaskFailed", static r => NoTask(r.TaskToken))
        .Unary<ListNexusEndpointsRequest, ListNexusEndpointsResponse>(ServiceNames.Operator, "ListNexusEndpoints", static (r, _) => r.NextPageToken.IsEmpty
            ? Task.FromResult(new ListNexusEndpointsResponse())
            : throw new GrpcException(GrpcStatusCode.Internal, "error listing Nexus endpoints"))
        .Refuse<GetNexusEndpointRequest, GetNexusEndpointResponse>(
            ServiceNames.Operator, "GetNexusEndpoint", static r => Refused(IdFault(r.Id)) ?? Refusal.NotFound($"Nexus endpoint with ID `{r.Id}` not found"))
        .Refuse<DeleteNexusEndpointRequest, DeleteNexusEndpointResponse>(
            ServiceNames.Operator,
            "DeleteNexusEndpoint",
            static r => Refused(IdFault(r.Id), r.Version <= 0 ? "endpoint version is non-positive" : null) ?? Refusal.NotFound($"Nexus endpoint with ID `{r.Id}` not found"))
        .Refuse<CreateNexusEndpointRequest, CreateNexusEndpointResponse>(ServiceNames.Operator, "CreateNexusEndpoint", static r => SpecFault(r.Spec) ?? NotServed())
        .Refuse<UpdateNexusEndpointRequest, UpdateNexusEndpointResponse>(ServiceNames.Operator, "UpdateNexusEndpoint", static r => SpecFault(r.Spec) ?? NotServed());

    private static async Task<PollNexusTaskQueueResponse> PollAsync(GrpcServerCall call, TimeProvider wallClock)
    {
        using var patience = LongPoll.Patience(call, wallClock, EngineLimits.TaskPoll);
        await Task.Delay(Timeout.InfiniteTimeSpan, patience.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        call.CancellationToken.ThrowIfCancellationRequested();
        return new();
    }

    private static GrpcException NoTask(ByteString token) => Refusal.Invalid(token.IsEmpty ? "Task token not set on request." : "Error deserializing task token.");

    private static GrpcException NotServed() => Refusal.Unimplemented("This server does not route Nexus operations: endpoints cannot be made on it.");

    private static string? IdFault(string id) =>
        id.Length == 0 ? "endpoint ID not set"
        : Guid.TryParse(id, out _) ? null
        : $"malformed endpoint ID: \"invalid UUID length: {id.Length}\"";

    private static GrpcException? SpecFault(EndpointSpec? spec) => Refused(
        spec is { Name.Length: > 0 } ? null : "endpoint name not set",
        spec?.Target is { VariantCase: not EndpointTarget.VariantOneofCase.None } ? null : "empty target variant");

    private static GrpcException? Refused(params string?[] faults)
    {
        var found = faults.Where(static fault => fault is not null).ToList();
        return found.Count == 0 ? null : Refusal.Invalid(string.Join(", ", found));
    }
}
