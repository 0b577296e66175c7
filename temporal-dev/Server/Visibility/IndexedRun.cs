using Gauntlet.Temporal.Server.Visibility.Attributes;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>One run in the index: its record with the values that filters compare.</summary>
internal sealed class IndexedRun
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <param name="record">What the engine published.</param>
    /// <param name="catalog">Types of its attributes; one without a type is shown nowhere.</param>
    public IndexedRun(VisibilityRecord record, ISearchAttributeCatalog catalog)
    {
        Record = record;
        Position = ListPosition.Of(record);
        foreach (var (name, payload) in record.SearchAttributes)
        {
            if (!catalog.TryGetType(record.Namespace, name, out var type) || !SearchAttributeValue.TryRead(payload, type, out var value) || value is null) continue;
            _values[name] = value;
            Attributes[name] = SearchAttributeValue.WithType(payload, type);
        }
    }

    /// <summary>What the engine published.</summary>
    public VisibilityRecord Record { get; }

    /// <summary>Where it stands in lists.</summary>
    public ListPosition Position { get; }

    /// <summary>Its search attributes, each saying its type.</summary>
    public SortedDictionary<string, Payload> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of an attribute, or null where the run has none. Sizes and duration exist for closed runs only.</summary>
    public object? Value(string name) => name switch
    {
        "WorkflowId" => Record.WorkflowId,
        "RunId" => Record.RunId,
        "WorkflowType" => Record.WorkflowType,
        "TaskQueue" => Record.TaskQueue,
        "ExecutionStatus" => (long)Record.Status,
        "StartTime" => Record.StartTime,
        "ExecutionTime" => Record.ExecutionTime,
        "CloseTime" => Record.CloseTime,
        "ExecutionDuration" => ExecutionDuration is { } duration ? duration.Ticks * TimeSpan.NanosecondsPerTick : null,
        "HistoryLength" => Closed(Record.HistoryLength),
        "HistorySizeBytes" => Closed(Record.HistorySizeBytes),
        "StateTransitionCount" => Closed(Record.StateTransitionCount),
        "ParentWorkflowId" => Record.ParentWorkflowId,
        "ParentRunId" => Record.ParentRunId,
        "RootWorkflowId" => Record.RootWorkflowId,
        "RootRunId" => Record.RootRunId,
        _ => _values.GetValueOrDefault(name),
    };

    /// <summary>From the first possible task to the close; null while the run is open.</summary>
    public TimeSpan? ExecutionDuration => Record.CloseTime - Record.ExecutionTime;

    private object? Closed(long value) => Record.CloseTime is null ? null : value;
}
