using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Namespaces;
using Google.Protobuf;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>Calls by which operators make, change and see Nexus endpoints.</summary>
internal sealed class NexusEndpoints(EndpointRegistry endpoints, NamespaceRegistry namespaces)
{
    private const int DefaultPageSize = 100, LargestPage = 1000;

    /// <summary>Adds the methods.</summary>
    public void Map(GrpcServiceMap map) => map
        .Unary<ListNexusEndpointsRequest, ListNexusEndpointsResponse>(ServiceNames.Operator, "ListNexusEndpoints", (r, _) => Task.FromResult(List(r)))
        .Unary<GetNexusEndpointRequest, GetNexusEndpointResponse>(ServiceNames.Operator, "GetNexusEndpoint", (r, _) => Task.FromResult(Get(r)))
        .Unary<CreateNexusEndpointRequest, CreateNexusEndpointResponse>(ServiceNames.Operator, "CreateNexusEndpoint", (r, _) => CreateAsync(r))
        .Unary<UpdateNexusEndpointRequest, UpdateNexusEndpointResponse>(ServiceNames.Operator, "UpdateNexusEndpoint", (r, _) => UpdateAsync(r))
        .Unary<DeleteNexusEndpointRequest, DeleteNexusEndpointResponse>(ServiceNames.Operator, "DeleteNexusEndpoint", (r, _) => DeleteAsync(r));

    private ListNexusEndpointsResponse List(ListNexusEndpointsRequest request)
    {
        if (request.Name.Length > 0) return new() { Endpoints = { endpoints.All.Where(one => one.Spec.Name == request.Name) } };
        if (request.PageSize < 0) throw Refusal.Invalid("page_size is negative");
        if (request.PageSize > LargestPage) throw Refusal.Invalid($"page_size exceeds limit of {LargestPage}");
        var size = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var last = request.NextPageToken.ToStringUtf8();
        if (last.Length > 0 && !Guid.TryParse(last, out _)) throw new GrpcException(GrpcStatusCode.Internal, "error listing Nexus endpoints");
        var rest = endpoints.All.Where(one => string.CompareOrdinal(one.Id, last) > 0).ToList();
        var response = new ListNexusEndpointsResponse { Endpoints = { rest.Take(size) } };
        if (rest.Count > size) response.NextPageToken = ByteString.CopyFromUtf8(rest[size - 1].Id);
        return response;
    }

    private GetNexusEndpointResponse Get(GetNexusEndpointRequest request)
    {
        EndpointFaults.CheckId(request.Id);
        return endpoints.TryGet(request.Id, out var endpoint) ? new() { Endpoint = endpoint } : throw Refusal.NotFound($"Nexus endpoint with ID `{request.Id}` not found");
    }

    private async Task<CreateNexusEndpointResponse> CreateAsync(CreateNexusEndpointRequest request)
    {
        EndpointFaults.Check(request.Spec, namespaces);
        return new() { Endpoint = await endpoints.AddAsync(request.Spec) };
    }

    private async Task<UpdateNexusEndpointResponse> UpdateAsync(UpdateNexusEndpointRequest request)
    {
        EndpointFaults.Check(request.Spec, namespaces);
        return new() { Endpoint = await endpoints.ChangeAsync(request.Id, request.Version, request.Spec) };
    }

    private async Task<DeleteNexusEndpointResponse> DeleteAsync(DeleteNexusEndpointRequest request)
    {
        EndpointFaults.CheckId(request.Id, request.Version <= 0 ? "endpoint version is non-positive" : null);
        await endpoints.RemoveAsync(request.Id);
        return new();
    }
}
