using System.Collections.Immutable;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Store.Json;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility.Attributes;

/// <summary>The search attributes of each namespace: all in memory, each change kept before it is answered.</summary>
internal sealed class SearchAttributeCatalog(IRecordStore records) : ISearchAttributeCatalog
{
    private const string Kind = "searchAttributes";
    private const int LargestCount = 100;
    private const int LargestValueBytes = 2048;
    private const int LargestTotalBytes = 40 * 1024;

    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, IndexedValueType>> _custom =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, IndexedValueType>>(StringComparer.Ordinal);

    /// <summary>Takes up the attributes that a store has.</summary>
    public static async Task<SearchAttributeCatalog> OpenAsync(IRecordStore records)
    {
        var catalog = new SearchAttributeCatalog(records);
        foreach (var record in await records.ReadAsync(Kind))
            catalog._custom = catalog._custom.Add(record.Namespace, StoreJson.Read<Dictionary<string, IndexedValueType>>(record.Data).ToImmutableSortedDictionary(StringComparer.Ordinal));
        return catalog;
    }

    /// <summary>What users defined in a namespace, by name.</summary>
    public ImmutableSortedDictionary<string, IndexedValueType> Custom(string @namespace) =>
        _custom.GetValueOrDefault(@namespace) ?? ImmutableSortedDictionary.Create<string, IndexedValueType>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TryGetType(string @namespace, string name, out IndexedValueType type) =>
        SystemSearchAttributes.TryGetType(name, out type) || Custom(@namespace).TryGetValue(name, out type);

    /// <summary>Defines attributes; one that exists already, of whatever type, is left as it is.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: a name of the system, an unknown type, or too many of a type.</exception>
    public Task AddAsync(string @namespace, IReadOnlyDictionary<string, IndexedValueType> attributes)
    {
        lock (_gate)
        {
            var all = Custom(@namespace);
            foreach (var (name, type) in attributes.OrderBy(static a => a.Key, StringComparer.Ordinal))
            {
                if (SystemSearchAttributes.TryGetType(name, out _)) throw Invalid($"Search attribute {name} is reserved by system.");
                if (!Enum.IsDefined(type)) throw Invalid($"Unknown search attribute type: {(int)type}.");
                if (all.ContainsKey(name)) continue;
                var limit = SystemSearchAttributes.CustomLimits.GetValueOrDefault(type);
                if (all.Values.Count(t => t == type) >= limit)
                    throw Invalid($"Unable to create search attributes: cannot have more than {limit} search attribute of type {type}.");
                all = all.Add(name, type);
            }

            return SaveAsync(@namespace, all);
        }
    }

    /// <summary>Takes attributes away; an unknown one is ignored.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: a name of the system.</exception>
    public Task RemoveAsync(string @namespace, IEnumerable<string> names)
    {
        lock (_gate)
        {
            var all = Custom(@namespace);
            foreach (var name in names)
            {
                if (SystemSearchAttributes.TryGetType(name, out _)) throw Invalid($"Unable to remove non-custom search attributes: {name}.");
                all = all.Remove(name);
            }

            return SaveAsync(@namespace, all);
        }
    }

    /// <summary>Forgets a namespace.</summary>
    public Task DeleteAsync(string @namespace)
    {
        lock (_gate)
        {
            _custom = _custom.Remove(@namespace);
            return records.RemoveAsync(Kind, @namespace, string.Empty).AsTask();
        }
    }

    /// <inheritdoc/>
    public void Validate(string @namespace, SearchAttributes? attributes)
    {
        if (attributes is null || attributes.IndexedFields.Count == 0) return;
        var fields = attributes.IndexedFields.OrderBy(static f => f.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, _) in fields)
        {
            if (!TryGetType(@namespace, name, out _)) throw Invalid($"Namespace {@namespace} has no mapping defined for search attribute {name}");
        }

        if (fields.Count > LargestCount) throw Invalid($"number of search attributes {fields.Count} exceeds limit {LargestCount}");
        var total = 0;
        foreach (var (name, payload) in fields)
        {
            ValidateOne(@namespace, name, payload);
            total += name.Length + payload.Data.Length;
        }

        if (total > LargestTotalBytes) throw Invalid($"total size of search attributes {total} exceeds size limit {LargestTotalBytes}");
    }

    // Called under the lock, so that changes are kept in their order.
    private Task SaveAsync(string @namespace, ImmutableSortedDictionary<string, IndexedValueType> all)
    {
        _custom = _custom.SetItem(@namespace, all);
        return records.SaveAsync(new(Kind, @namespace, string.Empty, StoreJson.Write<IReadOnlyDictionary<string, IndexedValueType>>(all))).AsTask();
    }

    private void ValidateOne(string @namespace, string name, Payload payload)
    {
        if (SystemSearchAttributes.OfRuns.ContainsKey(name)) throw Invalid($"{name} attribute can't be set in SearchAttributes");
        if (TryGetType(@namespace, name, out var type) && !SearchAttributeValue.TryRead(payload, type, out _))
            throw Invalid($"invalid value for search attribute {name} of type {type}: {SearchAttributeValue.Show(payload)}");
        if (payload.Data.Length > LargestValueBytes)
            throw Invalid($"search attribute {name} value size {payload.Data.Length} exceeds size limit {LargestValueBytes}");
    }

    private static GrpcException Invalid(string text) => new(GrpcStatusCode.InvalidArgument, text);
}
