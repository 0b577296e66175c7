using System.Diagnostics.CodeAnalysis;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Nexus;

/// <summary>The Nexus endpoints that people have made: all in memory, each change kept before it is answered.</summary>
internal sealed class EndpointRegistry
{
    private const string Kind = "nexus-endpoint";

    private readonly IRecordStore _records;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Endpoint> _byId = new(StringComparer.Ordinal);

    private EndpointRegistry(IRecordStore records, TimeProvider clock, IEnumerable<Endpoint> endpoints)
    {
        (_records, _clock) = (records, clock);
        foreach (var endpoint in endpoints) _byId[endpoint.Id] = endpoint;
    }

    /// <summary>Takes up the endpoints that a store has.</summary>
    public static async Task<EndpointRegistry> OpenAsync(IRecordStore records, TimeProvider clock) =>
        new(records, clock, (await records.ReadAsync(Kind)).Select(static record => StoreJson.Read<Endpoint>(record.Data)));

    /// <summary>All endpoints by id.</summary>
    public IReadOnlyList<Endpoint> All
    {
        get
        {
            lock (_gate) return [.. _byId.Values];
        }
    }

    /// <summary>Finds an endpoint.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Endpoint? endpoint)
    {
        lock (_gate) return _byId.TryGetValue(id, out endpoint);
    }

    /// <summary>Finds an endpoint by its name; null for none.</summary>
    public Endpoint? ByName(string name)
    {
        lock (_gate) return _byId.Values.FirstOrDefault(endpoint => endpoint.Spec.Name == name);
    }

    /// <summary>Adds an endpoint.</summary>
    /// <param name="spec">A checked specification.</param>
    /// <exception cref="GrpcException">ALREADY_EXISTS.</exception>
    public async Task<Endpoint> AddAsync(EndpointSpec spec)
    {
        var id = Guid.NewGuid().ToString();
        var endpoint = new Endpoint { Id = id, Version = 1, Spec = spec, CreatedTime = Now(), UrlPrefix = $"/nexus/endpoints/{id}/services" };
        ValueTask saved;
        lock (_gate)
        {
            if (_byId.Values.Any(other => other.Spec.Name == spec.Name))
                throw new GrpcException(GrpcStatusCode.AlreadyExists, $"error creating Nexus endpoint. Endpoint with name {spec.Name} already registered");
            saved = KeepAsync(endpoint);
        }

        await saved;
        return endpoint;
    }

    /// <summary>Replaces what an endpoint is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Version that the caller has seen.</param>
    /// <param name="spec">A checked specification.</param>
    /// <exception cref="GrpcException">NOT_FOUND; FAILED_PRECONDITION: somebody else has changed it meanwhile.</exception>
    public async Task<Endpoint> ChangeAsync(string id, long version, EndpointSpec spec)
    {
        Endpoint changed;
        ValueTask saved;
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var now)) throw Refusal.NotFound($"error updating Nexus endpoint. endpoint ID {id} not found");
            if (now.Version != version)
                throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"nexus endpoint version mismatch. received: {version} expected {now.Version}");

            // The real server shows when an endpoint was made only until it is first changed.
            changed = new() { Id = id, Version = version + 1, Spec = spec, LastModifiedTime = Now(), UrlPrefix = now.UrlPrefix };
            saved = KeepAsync(changed);
        }

        await saved;
        return changed;
    }

    /// <summary>Removes an endpoint.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public async Task RemoveAsync(string id)
    {
        ValueTask removed;
        lock (_gate)
        {
            if (!_byId.Remove(id)) throw Refusal.NotFound($"error deleting nexus endpoint with ID: {id}");
            removed = _records.RemoveAsync(Kind, string.Empty, id);
        }

        await removed;
    }

    /// <summary>Refuses to let go of a namespace that an endpoint leads to.</summary>
    /// <exception cref="GrpcException">FAILED_PRECONDITION.</exception>
    public void RequireNoneTo(string @namespace)
    {
        if (All.FirstOrDefault(one => one.Spec.Target.Worker?.Namespace == @namespace) is { } endpoint)
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"cannot delete a namespace that is a target of a Nexus endpoint {endpoint.Spec.Name}");
    }

    // Called under the lock, so that changes are kept in their order.
    private ValueTask KeepAsync(Endpoint endpoint)
    {
        _byId[endpoint.Id] = endpoint;
        return _records.SaveAsync(new(Kind, string.Empty, endpoint.Id, StoreJson.Write(endpoint)));
    }

    private Timestamp Now() => Timestamp.FromDateTimeOffset(_clock.GetUtcNow());
}
