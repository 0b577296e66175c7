using System.Diagnostics.CodeAnalysis;
using Gauntlet.Temporal.Grpc;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Namespaces;

/// <summary>The namespaces that exist, in memory.</summary>
internal sealed class NamespaceRegistry
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, NamespaceEntry> _byName = new(StringComparer.Ordinal);

    /// <param name="first">Name of the namespace that exists from the start.</param>
    public NamespaceRegistry(string first) =>
        _byName.Add(first, new() { Name = first, Id = Guid.NewGuid().ToString(), Retention = TimeSpan.FromDays(1) });

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
    public void Add(NamespaceEntry entry)
    {
        lock (_gate)
        {
            if (_byName.TryAdd(entry.Name, entry)) return;
        }

        throw GrpcException.With(GrpcStatusCode.AlreadyExists, $"Namespace \"{entry.Name}\" already exists", new NamespaceAlreadyExistsFailure());
    }

    /// <summary>Replaces a namespace by a changed one.</summary>
    /// <exception cref="GrpcException">NOT_FOUND, or what the change refuses.</exception>
    public NamespaceEntry Change(string name, Func<NamespaceEntry, NamespaceEntry> change)
    {
        lock (_gate) return _byName[name] = change(_byName.GetValueOrDefault(name) ?? throw NotFound(name));
    }

    /// <summary>Removes a namespace; what was in it can no longer be reached.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    public void Delete(string name)
    {
        lock (_gate)
        {
            if (!_byName.Remove(name)) throw NotFound(name);
        }
    }

    /// <summary>The refusal for a namespace that does not exist.</summary>
    public static GrpcException NotFound(string name) =>
        GrpcException.With(GrpcStatusCode.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });
}
