using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Common.V1;

namespace Gauntlet.Temporal.Server.Engine.Wire;

/// <summary>Priorities of workflows and activities.</summary>
internal static class Priorities
{
    private const int LongestFairnessKey = 64;
    private const int Lowest = 5;
    private const float LowestWeight = 0.001f;
    private const float HighestWeight = 1000;

    /// <summary>What is wrong with a priority, in the real server's words; null for nothing.</summary>
    public static string? Fault(Priority? priority) => priority switch
    {
        null => null,
        { PriorityKey: < 0 } => "PriorityKey can't be negative",
        { FairnessKey.Length: > LongestFairnessKey } => "FairnessKey length exceeds limit",
        { FairnessWeight: < 0 } => "FairnessWeight can't be negative",
        _ => null,
    };

    /// <summary>Place in the queue.</summary>
    public static TaskRank Rank(Priority? priority) => priority is null
        ? TaskRank.Default
        : new(
            priority.PriorityKey == 0 ? TaskRank.DefaultPriority : Math.Clamp(priority.PriorityKey, 1, Lowest),
            priority.FairnessKey,
            priority.FairnessWeight == 0 ? 1 : Math.Clamp(priority.FairnessWeight, LowestWeight, HighestWeight));

    /// <summary>An activity's own priority, completed from its workflow's; null where neither says anything.</summary>
    public static Priority? Merge(Priority? workflow, Priority? own)
    {
        if (workflow is null || own is null)
        {
            return own ?? workflow;
        }

        return new()
        {
            PriorityKey = own.PriorityKey == 0 ? workflow.PriorityKey : own.PriorityKey,
            FairnessKey = own.FairnessKey.Length == 0 ? workflow.FairnessKey : own.FairnessKey,
            FairnessWeight = own.FairnessWeight == 0 ? workflow.FairnessWeight : own.FairnessWeight,
        };
    }
}
