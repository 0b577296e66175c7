using Npgsql;

namespace Gauntlet.Temporal.Server.Store.Postgres;

/// <summary>Rows as statements: one statement a table, whatever the number of rows, all sent at once and committed together.</summary>
internal static class StoreStatements
{
    private const string Hold = "select hold_lease($1, $2, $3, $4, $5)";

    private const string Runs = """
        insert into run (run_id, namespace, workflow_id, is_open, head)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[])
        on conflict (run_id) do update set is_open = excluded.is_open, head = excluded.head
        """;

    private const string Origins = "insert into run_origin (run_id, origin) select * from unnest($1::text[], $2::text[])";

    private const string Parts = """
        insert into run_part (run_id, kind, key, data) select * from unnest($1::text[], $2::smallint[], $3::text[], $4::text[])
        on conflict (run_id, kind, key) do update set data = excluded.data
        """;

    private const string PartsGone =
        "delete from run_part p using unnest($1::text[], $2::smallint[], $3::text[]) as gone (run_id, kind, key) where p.run_id = gone.run_id and p.kind = gone.kind and p.key = gone.key";

    private const string Histories = "insert into run_history (run_id, last_event_id, events) select * from unnest($1::text[], $2::bigint[], $3::bytea[])";

    private const string Visible = """
        insert into run_visible (run_id, record) select * from unnest($1::text[], $2::text[])
        on conflict (run_id) do update set record = excluded.record
        """;

    private const string Current = """
        insert into workflow (namespace, workflow_id, run_id) select * from unnest($1::text[], $2::text[], $3::text[])
        on conflict (namespace, workflow_id) do update set run_id = excluded.run_id
        """;

    private const string Outbox = "insert into outbox (id, task) select id, task from unnest($1::text[], $2::text[]) with ordinality as new (id, task, place) order by place";

    private const string OutboxDone = "delete from outbox where id = any ($1)";

    private const string Records = """
        insert into record (kind, namespace, id, data) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
        on conflict (kind, namespace, id) do update set data = excluded.data
        """;

    private const string RecordsGone =
        "delete from record r using unnest($1::text[], $2::text[], $3::text[]) as gone (kind, namespace, id) where r.kind = gone.kind and r.namespace = gone.namespace and r.id = gone.id";

    private static readonly string[] Deleted =
    [
        "delete from workflow w using run r where r.run_id = any ($1) and w.namespace = r.namespace and w.workflow_id = r.workflow_id and w.run_id = r.run_id",
        "delete from run where run_id = any ($1)",
        "delete from run_origin where run_id = any ($1)",
        "delete from run_part where run_id = any ($1)",
        "delete from run_history where run_id = any ($1)",
        "delete from run_visible where run_id = any ($1)",
    ];

    /// <summary>The statement that renews the lease, or fails everything.</summary>
    public static void AddHold(NpgsqlBatch batch, LeaseHold hold) => Add(
        batch, Hold, Value(hold.Epoch), Value(hold.Batch), Value(hold.Lifetime.TotalSeconds), Value(hold.ClockOffset.Ticks), Value(hold.LastEventTask));

    /// <summary>The statements of all rows.</summary>
    public static void AddRows(NpgsqlBatch batch, StoreRows rows)
    {
        if (rows.Runs.Count > 0)
            Add(batch, Runs, Texts(rows.Runs, r => r.Key.RunId), Texts(rows.Runs, r => r.Key.Namespace), Texts(rows.Runs, r => r.Key.WorkflowId), Array(rows.Runs, r => r.IsOpen), Texts(rows.Runs, r => r.Head));
        if (rows.Origins.Count > 0) Add(batch, Origins, Texts(rows.Origins, r => r.Id), Texts(rows.Origins, r => r.Data));
        AddParts(batch, rows.Parts);
        if (rows.Histories.Count > 0)
            Add(batch, Histories, Texts(rows.Histories, r => r.RunId), Array(rows.Histories, r => r.LastEventId), Array(rows.Histories, r => r.Events));
        if (rows.Visible.Count > 0) Add(batch, Visible, Texts(rows.Visible, r => r.Id), Texts(rows.Visible, r => r.Data));
        if (rows.Current.Count > 0)
            Add(batch, Current, Texts(rows.Current, r => r.Key.Namespace), Texts(rows.Current, r => r.Key.WorkflowId), Texts(rows.Current, r => r.RunId));
        if (rows.Outbox.Count > 0) Add(batch, Outbox, Texts(rows.Outbox, r => r.Id), Texts(rows.Outbox, r => r.Data));
        if (rows.OutboxDone.Count > 0) Add(batch, OutboxDone, Texts(rows.OutboxDone, id => id));
        AddRecords(batch, rows.Records);
        if (rows.Deleted.Count == 0) return;
        foreach (var statement in Deleted) Add(batch, statement, Texts(rows.Deleted, id => id));
    }

    private static void AddParts(NpgsqlBatch batch, List<PartRow> parts)
    {
        var there = parts.FindAll(static r => r.Part.Data is not null);
        if (there.Count > 0)
            Add(batch, Parts, Texts(there, r => r.RunId), Array(there, r => (short)r.Part.Kind), Texts(there, r => r.Part.Key), Texts(there, r => r.Part.Data!));
        if (there.Count == parts.Count) return;
        var gone = parts.FindAll(static r => r.Part.Data is null);
        Add(batch, PartsGone, Texts(gone, r => r.RunId), Array(gone, r => (short)r.Part.Kind), Texts(gone, r => r.Part.Key));
    }

    // One record may come several times; the last counts.
    private static void AddRecords(NpgsqlBatch batch, List<(string Kind, string Namespace, string Id, string? Data)> records)
    {
        var last = records.GroupBy(static r => (r.Kind, r.Namespace, r.Id)).Select(static group => group.Last()).ToList();
        var there = last.FindAll(static r => r.Data is not null);
        if (there.Count > 0) Add(batch, Records, Texts(there, r => r.Kind), Texts(there, r => r.Namespace), Texts(there, r => r.Id), Texts(there, r => r.Data!));
        var gone = last.FindAll(static r => r.Data is null);
        if (gone.Count > 0) Add(batch, RecordsGone, Texts(gone, r => r.Kind), Texts(gone, r => r.Namespace), Texts(gone, r => r.Id));
    }

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Texts<TRow>(List<TRow> rows, Func<TRow, string> value) =>
        new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(value)] };

    private static NpgsqlParameter Array<TRow, TValue>(List<TRow> rows, Func<TRow, TValue> value) => new NpgsqlParameter<TValue[]> { TypedValue = [.. rows.Select(value)] };

    private static NpgsqlParameter Value<TValue>(TValue value) => new NpgsqlParameter<TValue> { TypedValue = value };
}
