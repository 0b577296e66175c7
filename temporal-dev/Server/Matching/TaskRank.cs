namespace Gauntlet.Temporal.Server.Matching;

/// <summary>Where a task stands among those that wait in its queue.</summary>
/// <param name="Priority">1 (first) to 5 (last).</param>
/// <param name="FairnessKey">Tasks of one priority are shared out between keys; those of one key go by age. Empty for none, which is a key like any other.</param>
/// <param name="FairnessWeight">Share of its key, above zero: a key of weight 2 gets twice as much as one of weight 1.</param>
internal readonly record struct TaskRank(int Priority, string FairnessKey = "", float FairnessWeight = 1)
{
    /// <summary>Priority of tasks that name none.</summary>
    public const int DefaultPriority = 3;

    /// <summary>Rank of tasks that say nothing of it.</summary>
    public static TaskRank Default { get; } = new(DefaultPriority);
}
