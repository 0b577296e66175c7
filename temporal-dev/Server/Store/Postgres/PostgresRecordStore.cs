using Gauntlet.Temporal.Server.Engine.Wire;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>Keeps records in PostgreSQL.</summary>
internal sealed class PostgresRecordStore(StoreWriter writer, StoreReader reader) : IRecordStore
{
    public async ValueTask<IReadOnlyList<StoredRecord>> ReadAsync(string kind)
    {
        // Behind all that was saved.
        await writer.WriteAsync(new());
        return await reader.RecordsAsync(kind);
    }

    public ValueTask SaveAsync(StoredRecord record) => WriteAsync(new() { Records = { (record.Kind, record.Namespace, record.Id, record.Data) } });

    public ValueTask RemoveAsync(string kind, string @namespace, string id) => WriteAsync(new() { Records = { (kind, @namespace, id, null) } });

    // While the database cannot be reached the rows wait, and the caller is told that it is not known what will become of them.
    private async ValueTask WriteAsync(StoreRows rows)
    {
        var written = writer.WriteAsync(rows);
        if (await Task.WhenAny(written, writer.Outage) != written) throw Refusals.StoreUnavailable();
        await written;
    }
}
