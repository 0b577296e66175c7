using Dapper;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Store.Json;
using Gauntlet.Temporal.Server.Visibility;
using Npgsql;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>Reads what was committed.</summary>
internal sealed class StoreReader(NpgsqlDataSource source)
{
    private const string States = """
        select r.namespace as "Namespace", r.workflow_id as "WorkflowId", r.run_id as "RunId", r.head as "Head", o.origin as "Origin"
        from run r join run_origin o using (run_id)
        """;

    public Task<RunState?> StateAsync(RunKey key) => TryAsync(async connection =>
    {
        var row = await connection.QuerySingleOrDefaultAsync<StateRow>(
            $"{States} where r.run_id = @RunId and r.namespace = @Namespace and r.workflow_id = @WorkflowId", new { key.RunId, key.Namespace, key.WorkflowId });
        if (row is null) return null;
        var state = row.ToState();
        foreach (var part in await connection.QueryAsync<PartOf>("""select run_id as "RunId", kind as "Kind", key as "Key", data as "Data" from run_part where run_id = @RunId order by kind, key collate "C" """, new { key.RunId }))
            RunParts.Put(state, part.ToPart());
        return state;
    });

    public Task<List<RunState>> OpenStatesAsync() => TryAsync(async connection =>
    {
        var states = new Dictionary<string, RunState>(StringComparer.Ordinal);
        await foreach (var row in connection.QueryUnbufferedAsync<StateRow>($"{States} where r.is_open")) states.Add(row.RunId, row.ToState());
        await foreach (var part in connection.QueryUnbufferedAsync<PartOf>(
            """select p.run_id as "RunId", p.kind as "Kind", p.key as "Key", p.data as "Data" from run_part p join run r using (run_id) where r.is_open order by p.run_id, p.kind, p.key collate "C" """))
            RunParts.Put(states[part.RunId], part.ToPart());
        return states.Values.ToList();
    });

    public Task<List<(WorkflowKey Key, string RunId)>> CurrentAsync() => TryAsync(async connection =>
    {
        var current = new List<(WorkflowKey Key, string RunId)>();
        await foreach (var (name, workflowId, runId) in connection.QueryUnbufferedAsync<(string, string, string)>("select namespace, workflow_id, run_id from workflow"))
            current.Add((new(name, workflowId), runId));
        return current;
    });

    public Task<List<HistoryEvent>> HistoryAsync(RunKey key, long fromEventId, int maximum) => TryAsync(async connection =>
    {
        // Every row has at least one event.
        var rows = await connection.QueryAsync<byte[]>(
            "select events from run_history where run_id = @RunId and last_event_id >= @fromEventId order by last_event_id limit @maximum", new { key.RunId, fromEventId, maximum });
        return rows.SelectMany(static bytes => History.Parser.ParseFrom(bytes).Events).Where(e => e.EventId >= fromEventId).Take(maximum).ToList();
    });

    public Task<List<OutboxEntry>> OutboxAsync() => TryAsync(async connection =>
        (await connection.QueryAsync<(string Id, string Task)>("select id, task from outbox order by number")).Select(static row => new OutboxEntry(row.Id, StoreJson.Read<OutboxTask>(row.Task))).ToList());

    public Task<List<VisibilityRecord>> VisibleAsync() => TryAsync(async connection =>
    {
        var records = new List<VisibilityRecord>();
        await foreach (var json in connection.QueryUnbufferedAsync<string>("select record from run_visible")) records.Add(StoreJson.Read<VisibilityRecord>(json));
        return records;
    });

    public Task<List<StoredRecord>> RecordsAsync(string kind) => TryAsync(async connection =>
        (await connection.QueryAsync<(string Namespace, string Id, string Data)>(
            """select namespace, id, data from record where kind = @kind order by namespace collate "C", id collate "C" """, new { kind }))
        .Select(row => new StoredRecord(kind, row.Namespace, row.Id, row.Data)).ToList());

    // A connection that idled through a restart of the database fails once; another one is good.
    private async Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return await read(connection);
            }
            catch (NpgsqlException) when (attempt == 1)
            {
                source.Clear();
            }
            catch (NpgsqlException error)
            {
                throw Refusals.StoreUnavailable(error);
            }
        }
    }

    private sealed record StateRow(string Namespace, string WorkflowId, string RunId, string Head, string Origin)
    {
        public RunState ToState() => StoreJson.Read<RunHead>(Head).ToState(new(Namespace, WorkflowId, RunId), StoreJson.Read<RunOrigin>(Origin));
    }

    private sealed record PartOf(string RunId, short Kind, string Key, string Data)
    {
        public RunPart ToPart() => new((PartKind)Kind, Key, Data);
    }
}
