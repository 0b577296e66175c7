using System.Buffers.Binary;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Cluster;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Time;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Namespaces;

/// <summary>Calls that register, show and change namespaces.</summary>
internal sealed class NamespaceEndpoints(NamespaceRegistry registry, SearchAttributeCatalog attributes)
{
    private const int DefaultPageSize = 100;
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromHours(1);

    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map, NamespaceRegistry registry, SearchAttributeCatalog attributes)
    {
        var self = new NamespaceEndpoints(registry, attributes);
        map.Unary<RegisterNamespaceRequest, RegisterNamespaceResponse>(ServiceNames.Workflow, "RegisterNamespace", (r, _) => self.RegisterAsync(r))
            .Unary<DescribeNamespaceRequest, DescribeNamespaceResponse>(ServiceNames.Workflow, "DescribeNamespace", (r, _) => Task.FromResult(self.Describe(r)))
            .Unary<ListNamespacesRequest, ListNamespacesResponse>(ServiceNames.Workflow, "ListNamespaces", (r, _) => Task.FromResult(self.List(r)))
            .Unary<UpdateNamespaceRequest, UpdateNamespaceResponse>(ServiceNames.Workflow, "UpdateNamespace", (r, _) => self.UpdateAsync(r))
            .Unary<DeprecateNamespaceRequest, DeprecateNamespaceResponse>(ServiceNames.Workflow, "DeprecateNamespace", (r, _) => self.DeprecateAsync(r));
    }

    private async Task<RegisterNamespaceResponse> RegisterAsync(RegisterNamespaceRequest request)
    {
        RequireName(request.Namespace);
        if (request.IsGlobalNamespace) throw new GrpcException(GrpcStatusCode.InvalidArgument, "Cannot register global namespace when not enabled");
        var retention = Retention(request.WorkflowExecutionRetentionPeriod);
        if (request.Clusters.FirstOrDefault(static cluster => cluster.ClusterName != ClusterEndpoints.ClusterName) is { } other) throw Refusal.Invalid($"Invalid cluster name: {other.ClusterName}");
        await registry.AddAsync(new()
        {
            Name = request.Namespace,
            Id = Guid.NewGuid().ToString(),
            Description = request.Description,
            OwnerEmail = request.OwnerEmail,
            Data = new SortedDictionary<string, string>(request.Data, StringComparer.Ordinal),
            Retention = retention,
            IsRegistered = true,
        });
        return new();
    }

    private DescribeNamespaceResponse Describe(DescribeNamespaceRequest request)
    {
        if (request.Id.Length == 0) RequireName(request.Namespace);
        return Show(request.Id.Length == 0 ? registry.Require(request.Namespace) : registry.RequireId(request.Id));
    }

    private ListNamespacesResponse List(ListNamespacesRequest request)
    {
        var size = request.PageSize > 0 ? request.PageSize : DefaultPageSize;
        // The token is the number of entries already shown; one that is none starts again.
        var start = request.NextPageToken.Length == sizeof(int) ? Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(request.NextPageToken.Span)) : 0;
        var all = registry.All;
        var page = all.Skip(start).Take(size).Select(Show);
        var response = new ListNamespacesResponse { Namespaces = { page } };
        if (start + response.Namespaces.Count < all.Count) response.NextPageToken = Token(start + response.Namespaces.Count);
        return response;
    }

    private async Task<UpdateNamespaceResponse> UpdateAsync(UpdateNamespaceRequest request)
    {
        RequireName(request.Namespace);
        if (request.PromoteNamespace)
        {
            throw Refusal.Invalid(
                $"global namespace is not enabled on this cluster, cannot update global namespace or promote local namespace: {registry.Require(request.Namespace).Name}");
        }

        var entry = await registry.ChangeAsync(request.Namespace, now => Changed(now, request));
        return new() { NamespaceInfo = NamespaceView.Info(entry), Config = NamespaceView.Config(entry, attributes.Custom(entry.Name)), ReplicationConfig = NamespaceView.Replication(entry) };
    }

    private async Task<DeprecateNamespaceResponse> DeprecateAsync(DeprecateNamespaceRequest request)
    {
        RequireName(request.Namespace);
        await registry.ChangeAsync(request.Namespace, static now => now with { State = NamespaceState.Deprecated });
        return new();
    }

    private static NamespaceEntry Changed(NamespaceEntry now, UpdateNamespaceRequest request)
    {
        var info = request.UpdateInfo ?? new UpdateNamespaceInfo();
        if (info.State != NamespaceState.Unspecified && info.State < now.State)
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "Invalid namespace state update.");
        var data = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in now.Data.Concat(info.Data)) data[key] = value;
        return now with
        {
            Description = info.Description.Length > 0 ? info.Description : now.Description,
            OwnerEmail = info.OwnerEmail.Length > 0 ? info.OwnerEmail : now.OwnerEmail,
            State = info.State != NamespaceState.Unspecified ? info.State : now.State,
            Data = data,
            Retention = request.Config?.WorkflowExecutionRetentionTtl is { } retention ? Retention(retention) : now.Retention,
        };
    }

    private DescribeNamespaceResponse Show(NamespaceEntry entry) =>
        new() { NamespaceInfo = NamespaceView.Info(entry), Config = NamespaceView.Config(entry, attributes.Custom(entry.Name)), ReplicationConfig = NamespaceView.Replication(entry) };

    private static TimeSpan Retention(Duration? asked) => asked?.Saturated() is { } retention && retention >= ShortestRetention
        ? retention
        : throw new GrpcException(GrpcStatusCode.InvalidArgument, "A valid retention period is not set on request.");

    private static void RequireName(string name)
    {
        if (name.Length == 0) throw new GrpcException(GrpcStatusCode.InvalidArgument, "Namespace not set on request.");
    }

    private static ByteString Token(int shown)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, shown);
        return ByteString.CopyFrom(bytes);
    }
}
