using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>What the server lists of a workflow run.</summary>
public class WorkflowExecution
{
    private readonly Lazy<IReadOnlyDictionary<string, IEncodedRawValue>> _memo;
    private readonly Lazy<SearchAttributeCollection> _searchAttributes;

    /// <summary>Creates it from what the server sent.</summary>
    /// <param name="rawInfo">What the server sent.</param>
    /// <param name="dataConverter">Converter for the memo.</param>
    /// <param name="clientNamespaceForDataConverterWithContext">
    /// Namespace to tell the converter; null if the converter has a context already.
    /// </param>
    protected internal WorkflowExecution(
        WorkflowExecutionInfo rawInfo, DataConverter dataConverter, string? clientNamespaceForDataConverterWithContext)
    {
        RawInfo = rawInfo;
        if (clientNamespaceForDataConverterWithContext is { } name)
        {
            dataConverter = dataConverter.WithSerializationContext(
                new ISerializationContext.Workflow(name, rawInfo.Execution.WorkflowId));
        }

        _memo = new(() => RawMemo.Read(rawInfo.Memo, dataConverter));
        _searchAttributes = new(() => rawInfo.SearchAttributes is null
            ? SearchAttributeCollection.Empty
            : SearchAttributeCollection.FromProto(rawInfo.SearchAttributes));
    }

    /// <summary>When it closed, in UTC; null if it runs.</summary>
    public DateTime? CloseTime => RawInfo.CloseTime?.ToDateTime();

    /// <summary>When it began to run, in UTC, after a start delay or cron wait; null if not known.</summary>
    public DateTime? ExecutionTime => RawInfo.ExecutionTime?.ToDateTime();

    /// <summary>Events in its history; 0 while it runs in some stores.</summary>
    public int HistoryLength => (int)RawInfo.HistoryLength;

    /// <summary>Workflow id.</summary>
    public string Id => RawInfo.Execution.WorkflowId;

    /// <summary>Memo, decoded when it is read.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo => _memo.Value;

    /// <summary>Workflow id of the parent; null if there is none.</summary>
    public string? ParentId => RawInfo.ParentExecution?.WorkflowId;

    /// <summary>Run id of the parent; null if there is none.</summary>
    public string? ParentRunId => RawInfo.ParentExecution?.RunId;

    /// <summary>Run id.</summary>
    public string RunId => RawInfo.Execution.RunId;

    /// <summary>When it was started, in UTC.</summary>
    public DateTime StartTime => RawInfo.StartTime.ToDateTime();

    /// <summary>Status.</summary>
    public WorkflowExecutionStatus Status => RawInfo.Status;

    /// <summary>Task queue.</summary>
    public string TaskQueue => RawInfo.TaskQueue;

    /// <summary>Search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes => _searchAttributes.Value;

    /// <summary>Workflow type.</summary>
    public string WorkflowType => RawInfo.Type.Name;

    /// <summary>What the server sent.</summary>
    internal WorkflowExecutionInfo RawInfo { get; private init; }
}
