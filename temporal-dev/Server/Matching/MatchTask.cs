using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>What a queue holds: a pointer to work, not the work. Whoever gets it asks the run whether it still stands.</summary>
/// <param name="Priority">1 (first) to 5 (last).</param>
internal abstract record MatchTask(int Priority)
{
    /// <summary>Priority of tasks that name none.</summary>
    public const int DefaultPriority = 3;

    /// <summary>When it was added.</summary>
    public DateTimeOffset Added { get; init; }
}

internal sealed record WorkflowMatchTask(RunKey Run, string Stamp, int Priority) : MatchTask(Priority);

internal sealed record ActivityMatchTask(RunKey Run, long ScheduledEventId, string Stamp, int Priority) : MatchTask(Priority);

/// <summary>A query that goes to a worker on its own.</summary>
internal sealed record QueryMatchTask(DirectQuery Query) : MatchTask(1);
