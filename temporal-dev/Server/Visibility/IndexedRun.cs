using Gauntlet.Temporal.Server.Visibility.Attributes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>One run in the index: its record with the values that filters compare.</summary>
internal sealed class IndexedRun
{
    private static readonly Dictionary<string, object> NoValues = new(StringComparer.Ordinal);
    private static readonly SortedDictionary<string, Payload> NoAttributes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, object> _values = NoValues;
    private readonly SortedDictionary<string, Payload> _attributes = NoAttributes;

    /// <param name="record">What the engine published.</param>
    /// <param name="catalog">Types of its attributes; one without a type is shown nowhere.</param>
    public IndexedRun(VisibilityRecord record, ISearchAttributeCatalog catalog)
    {
        Record = record;
        Position = ListPosition.Of(record);
        List<RunAttribute> keys = [new("WorkflowId", record.WorkflowId), new("WorkflowType", record.WorkflowType)];
        if (record.ParentWorkflowId is { } parent) keys.Add(new("ParentWorkflowId", parent));
        foreach (var (name, payload) in record.SearchAttributes)
        {
            if (!catalog.TryGetType(record.Namespace, name, out var type) || !SearchAttributeValue.TryRead(payload, type, out var value) || value is null) continue;
            if (ReferenceEquals(_values, NoValues)) (_values, _attributes) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
            _values[name] = value;
            _attributes[name] = SearchAttributeValue.Shown(payload, type);
            if (!IsKey(name, type)) continue;
            if (value is string keyword) keys.Add(new(name, keyword));
            else if (value is IReadOnlyList<string> list) keys.AddRange(list.Distinct(StringComparer.Ordinal).Select(one => new RunAttribute(name, one)));
        }

        Keys = keys;
    }

    /// <summary>What the engine published.</summary>
    public VisibilityRecord Record { get; }

    /// <summary>Where it stands in lists.</summary>
    public ListPosition Position { get; }

    /// <summary>Its search attributes, each saying its type, sorted.</summary>
    public IReadOnlyDictionary<string, Payload> Attributes => _attributes;

    /// <summary>Values by which it is found at once.</summary>
    public IReadOnlyList<RunAttribute> Keys { get; }

    /// <summary>Whether <see cref="Keys"/> holds every value of an attribute.</summary>
    public static bool IsKey(string name, IndexedValueType type) => SystemSearchAttributes.OfRuns.ContainsKey(name)
        ? name is "WorkflowId" or "WorkflowType" or "ParentWorkflowId"
        : type is IndexedValueType.Keyword or IndexedValueType.KeywordList;

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
