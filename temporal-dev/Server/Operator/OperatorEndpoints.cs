using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Temporalio.Api.OperatorService.V1;

namespace Gauntlet.Temporal.Server.Operator;

/// <summary>Calls that administer the server: search attributes, and the end of namespaces.</summary>
internal sealed class OperatorEndpoints(ServerParts parts)
{
    private const int SuffixLength = 5;

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, ServerParts parts)
    {
        var self = new OperatorEndpoints(parts);
        map.Unary<AddSearchAttributesRequest, AddSearchAttributesResponse>(ServiceNames.Operator, "AddSearchAttributes", (r, _) => self.AddAsync(r))
            .Unary<RemoveSearchAttributesRequest, RemoveSearchAttributesResponse>(ServiceNames.Operator, "RemoveSearchAttributes", (r, _) => self.RemoveAsync(r))
            .Unary<ListSearchAttributesRequest, ListSearchAttributesResponse>(ServiceNames.Operator, "ListSearchAttributes", (r, _) => Task.FromResult(self.List(r)))
            .Unary<DeleteNamespaceRequest, DeleteNamespaceResponse>(ServiceNames.Operator, "DeleteNamespace", (r, _) => self.DeleteAsync(r));
    }

    private async Task<AddSearchAttributesResponse> AddAsync(AddSearchAttributesRequest request)
    {
        RequireNamespace(request.Namespace);
        RequireAny(request.SearchAttributes.Count);
        await parts.Attributes.AddAsync(request.Namespace, request.SearchAttributes);
        return new();
    }

    private async Task<RemoveSearchAttributesResponse> RemoveAsync(RemoveSearchAttributesRequest request)
    {
        RequireNamespace(request.Namespace);
        RequireAny(request.SearchAttributes.Count);
        await parts.Attributes.RemoveAsync(request.Namespace, request.SearchAttributes);
        return new();
    }

    private ListSearchAttributesResponse List(ListSearchAttributesRequest request)
    {
        if (request.Namespace.Length == 0) throw Refusal.Invalid("Namespace is not set on request.");
        var response = new ListSearchAttributesResponse();
        foreach (var (name, type) in SystemSearchAttributes.OfRuns.Concat(SystemSearchAttributes.Predefined)) response.SystemAttributes.Add(name, type);
        foreach (var (name, type) in parts.Attributes.Custom(request.Namespace)) response.CustomAttributes.Add(name, type);
        return response;
    }

    private async Task<DeleteNamespaceResponse> DeleteAsync(DeleteNamespaceRequest request)
    {
        if (request.Namespace.Length > 0 && request.NamespaceId.Length > 0)
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "Only one of namespace name or Id should be set on request.");
        var name = request.NamespaceId.Length > 0 ? parts.Namespaces.RequireId(request.NamespaceId).Name : request.Namespace;
        RequireNamespace(name);
        var id = parts.Namespaces.Require(name).Id;
        parts.Endpoints.RequireNoneTo(name);
        await parts.Namespaces.DeleteAsync(name);
        await parts.Schedules.DeleteAllAsync(name);
        await parts.Deployments.DeleteAllAsync(name);
        await parts.Retention.RemoveAllAsync(name);
        await parts.Attributes.DeleteAsync(name);
        // The real server renames a namespace until its runs are gone, and answers with that name.
        return new() { DeletedNamespace = $"{name}-deleted-{id[..SuffixLength]}" };
    }

    private static void RequireNamespace(string name)
    {
        if (name.Length == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "Namespace not set on request.");
    }

    private static void RequireAny(int count)
    {
        if (count == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "SearchAttributes are not set on request.");
    }
}
