namespace Gauntlet.Temporal.Server.Store;

/// <summary>Keeps records in memory, for as long as the process lives.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Kind, string Namespace, string Id), StoredRecord> _records =
        new(Comparer<(string Kind, string Namespace, string Id)>.Create(Compare));

    public ValueTask<IReadOnlyList<StoredRecord>> ReadAsync(string kind)
    {
        lock (_lock) return new([.. _records.Values.Where(record => record.Kind == kind)]);
    }

    public ValueTask SaveAsync(StoredRecord record)
    {
        lock (_lock) _records[(record.Kind, record.Namespace, record.Id)] = record;
        return default;
    }

    public ValueTask RemoveAsync(string kind, string @namespace, string id)
    {
        lock (_lock) _records.Remove((kind, @namespace, id));
        return default;
    }

    private static int Compare((string Kind, string Namespace, string Id) x, (string Kind, string Namespace, string Id) y)
    {
        var order = string.CompareOrdinal(x.Kind, y.Kind);
        if (order == 0) order = string.CompareOrdinal(x.Namespace, y.Namespace);
        return order == 0 ? string.CompareOrdinal(x.Id, y.Id) : order;
    }
}
