using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Store.Json;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Gauntlet.Temporal.Server.Store.Postgres;

internal readonly record struct RunRow(RunKey Key, bool IsOpen, string Head);

internal readonly record struct TextRow(string Id, string Data);

internal readonly record struct PartRow(string RunId, RunPart Part);

internal readonly record struct HistoryRow(string RunId, long LastEventId, byte[] Events);

internal readonly record struct CurrentRow(WorkflowKey Key, string RunId);

/// <summary>Rows that are written together or not at all.</summary>
internal sealed class StoreRows
{
    public List<RunRow> Runs { get; } = [];

    public List<TextRow> Origins { get; } = [];

    public List<PartRow> Parts { get; } = [];

    public List<HistoryRow> Histories { get; } = [];

    public List<TextRow> Visible { get; } = [];

    public List<CurrentRow> Current { get; } = [];

    public List<TextRow> Outbox { get; } = [];

    public List<string> OutboxDone { get; } = [];

    /// <summary>Records to save; without data: to forget.</summary>
    public List<(string Kind, string Namespace, string Id, string? Data)> Records { get; } = [];

    /// <summary>Runs to forget.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>The rows of a commit.</summary>
    /// <param name="transaction">What is committed.</param>
    /// <param name="before">State of each of its runs as stored; null for new ones.</param>
    public static StoreRows Of(StoreTransaction transaction, IReadOnlyList<RunState?> before)
    {
        var rows = new StoreRows();
        foreach (var (write, was) in transaction.Runs.Zip(before))
        {
            rows.Add(write, was);
        }

        if (transaction.CurrentRunId is { } current)
        {
            rows.Current.Add(new(transaction.Runs[0].State.Key.Workflow, current));
        }

        rows.Outbox.AddRange(transaction.Outbox.Select(static entry => new TextRow(entry.Id, StoreJson.Write(entry.Task))));
        return rows;
    }

    /// <summary>Adds all rows of others, in order.</summary>
    public void Add(StoreRows other)
    {
        Runs.AddRange(other.Runs);
        Origins.AddRange(other.Origins);
        Parts.AddRange(other.Parts);
        Histories.AddRange(other.Histories);
        Visible.AddRange(other.Visible);
        Current.AddRange(other.Current);
        Outbox.AddRange(other.Outbox);
        OutboxDone.AddRange(other.OutboxDone);
        Records.AddRange(other.Records);
        Deleted.AddRange(other.Deleted);
    }

    private void Add(RunWrite write, RunState? before)
    {
        var state = write.State;
        var id = state.Key.RunId;
        Runs.Add(new(state.Key, state.IsRunning, StoreJson.Write(RunHead.Of(state))));
        if (before is null)
        {
            Origins.Add(new(id, StoreJson.Write(RunOrigin.Of(state))));
        }

        foreach (var part in RunParts.Changes(before, state))
        {
            Parts.Add(new(id, part));
        }

        if (write.Events.Count > 0)
        {
            Histories.Add(new(id, write.Events[^1].EventId, new History { Events = { write.Events } }.ToByteArray()));
        }

        if (write.Visible is { } visible)
        {
            Visible.Add(new(id, StoreJson.Write(visible)));
        }
    }
}
