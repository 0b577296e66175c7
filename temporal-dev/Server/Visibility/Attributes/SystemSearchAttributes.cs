using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.IndexedValueType;

namespace Gauntlet.Temporal.Server.Visibility.Attributes;

/// <summary>The search attributes that every namespace has.</summary>
internal static class SystemSearchAttributes
{
    /// <summary>Kept by the server for each run; nobody can set them.</summary>
    public static FrozenDictionary<string, IndexedValueType> OfRuns { get; } = new Dictionary<string, IndexedValueType>(StringComparer.Ordinal)
    {
        ["CloseTime"] = Datetime,
        ["ExecutionDuration"] = Int,
        ["ExecutionStatus"] = Keyword,
        ["ExecutionTime"] = Datetime,
        ["HistoryLength"] = Int,
        ["HistorySizeBytes"] = Int,
        ["ParentRunId"] = Keyword,
        ["ParentWorkflowId"] = Keyword,
        ["RootRunId"] = Keyword,
        ["RootWorkflowId"] = Keyword,
        ["RunId"] = Keyword,
        ["StartTime"] = Datetime,
        ["StateTransitionCount"] = Int,
        ["TaskQueue"] = Keyword,
        ["WorkflowId"] = Keyword,
        ["WorkflowType"] = Keyword,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Defined from the start, set by SDKs and by the server's own features.</summary>
    public static FrozenDictionary<string, IndexedValueType> Predefined { get; } = new Dictionary<string, IndexedValueType>(StringComparer.Ordinal)
    {
        ["BatcherNamespace"] = Keyword,
        ["BatcherUser"] = Keyword,
        ["BinaryChecksums"] = KeywordList,
        ["BuildIds"] = KeywordList,
        ["TemporalChangeVersion"] = KeywordList,
        ["TemporalNamespaceDivision"] = Keyword,
        ["TemporalPauseInfo"] = KeywordList,
        ["TemporalSchedulePaused"] = Bool,
        ["TemporalScheduledById"] = Keyword,
        ["TemporalScheduledStartTime"] = Datetime,
        ["TemporalWorkerDeployment"] = Keyword,
        ["TemporalWorkerDeploymentVersion"] = Keyword,
        ["TemporalWorkflowVersioningBehavior"] = Keyword,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How many attributes of each type users may define in a namespace, as on a real server with a SQL store.</summary>
    public static FrozenDictionary<IndexedValueType, int> CustomLimits { get; } = new Dictionary<IndexedValueType, int>
    {
        [Bool] = 3,
        [Datetime] = 3,
        [IndexedValueType.Double] = 3,
        [Int] = 3,
        [Keyword] = 10,
        [KeywordList] = 3,
        [Text] = 3,
    }.ToFrozenDictionary();

    /// <summary>Finds the type of one of either kind.</summary>
    public static bool TryGetType(string name, out IndexedValueType type) => OfRuns.TryGetValue(name, out type) || Predefined.TryGetValue(name, out type);
}
