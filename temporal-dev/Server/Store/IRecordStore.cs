namespace Gauntlet.Temporal.Server.Store;

/// <summary>Keeps what belongs to no run. Who saves one record twice does so in order.</summary>
internal interface IRecordStore
{
    /// <summary>Records of a kind, by namespace and id: read once at start-up.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> ReadAsync(string kind);

    /// <summary>Adds or replaces a record; once it returns, it cannot be lost.</summary>
    ValueTask SaveAsync(StoredRecord record);

    /// <summary>Forgets a record; an unknown one is no error.</summary>
    ValueTask RemoveAsync(string kind, string @namespace, string id);
}
