using System.Diagnostics.CodeAnalysis;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Namespaces;

/// <summary>The namespaces that exist: all in memory, each change kept before it is answered.</summary>
internal sealed class NamespaceRegistry
{
    private const string Kind = "namespace";

    private readonly IRecordStore _records;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, NamespaceEntry> _byName = new(StringComparer.Ordinal);

    private NamespaceRegistry(IRecordStore records, IEnumerable<NamespaceEntry> entries)
    {
        _records = records;
        _byName.Add(System.Name, System);
        foreach (var entry in entries) _byName[entry.Name] = entry;
    }

    /// <summary>Takes up the namespaces that a store has.</summary>
    /// <param name="records">Where they are kept.</param>
    /// <param name="first">Name of the namespace that exists from the start.</param>
    public static async Task<NamespaceRegistry> OpenAsync(IRecordStore records, string first)
    {
        var registry = new NamespaceRegistry(records, (await records.ReadAsync(Kind)).Select(static record => StoreJson.Read<NamespaceEntry>(record.Data)));
        if (!registry.TryGet(first, out _)) await registry.AddAsync(new() { Name = first, Id = Guid.NewGuid().ToString(), Retention = TimeSpan.FromDays(1) });
        return registry;
    }

    // Every Temporal server has it, under this id; nothing of ours runs in it.
    private static NamespaceEntry System { get; } = new()
    {
        Name = "temporal-system",
        Id = "32049b68-7872-4094-8e63-d0dd59896a83",
        Description = "Temporal internal system namespace",
        OwnerEmail = "temporal-core@temporal.io",
        Retention = TimeSpan.FromDays(7),
    };

    /// <summary>All namespaces by name.</summary>
    public IReadOnlyList<NamespaceEntry> All
    {
        get
        {
            lock (_gate) return [.. _byName.Values];
        }
    }

    /// <summary>The namespace of that name.</summary>
    /// <exception cref="GrpcException">NOT_FOUND with the typed detail that SDKs look for.</exception>
    public NamespaceEntry Require(string name) => TryGet(name, out var entry) ? entry : throw NotFound(name);

    /// <summary>The namespace of that id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public NamespaceEntry RequireId(string id) => All.FirstOrDefault(n => n.Id == id) ?? throw NotFound(id);

    /// <summary>Finds a namespace by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out NamespaceEntry? entry)
    {
        lock (_gate) return _byName.TryGetValue(name, out entry);
    }

    /// <summary>Adds a namespace.</summary>
    /// <exception cref="GrpcException">ALREADY_EXISTS.</exception>
    public async Task AddAsync(NamespaceEntry entry)
    {
        ValueTask saved;
        lock (_gate)
        {
            if (!_byName.TryAdd(entry.Name, entry))
                throw GrpcException.With(GrpcStatusCode.AlreadyExists, $"Namespace \"{entry.Name}\" already exists", new NamespaceAlreadyExistsFailure());
            saved = SaveAsync(entry);
        }

        await saved;
    }

    /// <summary>Replaces a namespace by a changed one.</summary>
    /// <exception cref="GrpcException">NOT_FOUND, or what the change refuses.</exception>
    public async Task<NamespaceEntry> ChangeAsync(string name, Func<NamespaceEntry, NamespaceEntry> change)
    {
        NamespaceEntry changed;
        ValueTask saved;
        lock (_gate)
        {
            _byName[name] = changed = change(_byName.GetValueOrDefault(name) ?? throw NotFound(name));
            saved = SaveAsync(changed);
        }

        await saved;
        return changed;
    }

    /// <summary>Removes a namespace; what was in it can no longer be reached.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public async Task DeleteAsync(string name)
    {
        ValueTask removed;
        lock (_gate)
        {
            if (!_byName.Remove(name)) throw NotFound(name);
            removed = _records.RemoveAsync(Kind, string.Empty, name);
        }

        await removed;
    }

    /// <summary>The refusal for a namespace that does not exist.</summary>
    public static GrpcException NotFound(string name) =>
        GrpcException.With(GrpcStatusCode.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });

    // Called under the lock, so that changes are kept in their order.
    private ValueTask SaveAsync(NamespaceEntry entry) => _records.SaveAsync(new(Kind, string.Empty, entry.Name, StoreJson.Write(entry)));
}
