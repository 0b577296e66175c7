using Gauntlet.Temporal.Server.Store;
using Gauntlet.Temporal.Server.Visibility;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Gauntlet.Temporal.Server.Visibility.Filters;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Tests.Visibility;

/// <summary>Runs and attributes to fill an index with.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A catalog with one attribute of each type, named as the conformance kit does.</summary>
    public static SearchAttributeCatalog Catalog()
    {
        var catalog = new SearchAttributeCatalog(new MemoryRecordStore());
        _ = catalog.AddAsync("default", Enum.GetValues<IndexedValueType>().Where(t => t != IndexedValueType.Unspecified).ToDictionary(t => $"Ck{t}"));
        return catalog;
    }

    public static VisibilityRecord Run(string workflowId, int startedAfterSeconds = 0, int? closedAfterSeconds = null, params (string Name, string Json)[] attributes) => new()
    {
        Namespace = "default",
        WorkflowId = workflowId,
        RunId = new Guid((int)BitConverter.ToUInt32([.. workflowId.PadRight(4).Select(c => (byte)c).Take(4)]), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]).ToString(),
        WorkflowType = "Flow",
        TaskQueue = "queue",
        StartTime = Start.AddSeconds(startedAfterSeconds),
        ExecutionTime = Start.AddSeconds(startedAfterSeconds),
        CloseTime = closedAfterSeconds is { } seconds ? Start.AddSeconds(seconds) : null,
        Status = closedAfterSeconds is null ? WorkflowExecutionStatus.Running : WorkflowExecutionStatus.Completed,
        HistoryLength = 5,
        RootWorkflowId = workflowId,
        RootRunId = "root",
        SearchAttributes = attributes.ToDictionary(a => a.Name, a => Json(a.Json)),
    };

    public static Payload Json(string json, string encoding = "json/plain") =>
        new() { Data = ByteString.CopyFromUtf8(json), Metadata = { ["encoding"] = ByteString.CopyFromUtf8(encoding) } };

    public static VisibilityIndex Index(ISearchAttributeCatalog catalog, params VisibilityRecord[] records)
    {
        var index = new VisibilityIndex(catalog);
        foreach (var record in records) index.Upsert(record);
        return index;
    }

    public static RunFilter Filter(string query, ISearchAttributeCatalog catalog) => new FilterCompiler("default", catalog).List(FilterParser.Parse(query));

    /// <summary>Lets everything through.</summary>
    public static RunFilter Everything { get; } = new(static _ => true, [], string.Empty);

    public static IEnumerable<string> Ids(IEnumerable<IndexedRun> runs) => runs.Select(r => r.Record.WorkflowId);
}
