using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Versioning;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>What a queue holds: a pointer to work, not the work. Whoever gets it asks the run whether it still stands.</summary>
/// <param name="Rank">Where it stands among the others.</param>
internal abstract record MatchTask(TaskRank Rank)
{
    /// <summary>By whose hash it is on one side of a ramp between versions: the id of its workflow, where it is of one.</summary>
    public abstract string SpreadBy { get; }

    /// <summary>What its run says about the version of the worker that is to have it; null for nothing.</summary>
    public VersionDirective? Directive { get; init; }
}

internal sealed record WorkflowMatchTask(RunKey Run, string Stamp, TaskRank Rank) : MatchTask(Rank)
{
    public override string SpreadBy => Run.WorkflowId;
}

internal sealed record ActivityMatchTask(RunKey Run, long ScheduledEventId, string Stamp, TaskRank Rank) : MatchTask(Rank)
{
    public override string SpreadBy => Run.WorkflowId;
}

/// <summary>An attempt to start or cancel a Nexus operation, by its stamp.</summary>
internal sealed record NexusMatchTask(string Call, TaskRank Rank) : MatchTask(Rank)
{
    public override string SpreadBy => Call;
}

/// <summary>A query that goes to a worker on its own: somebody waits for it, so it comes first.</summary>
internal sealed record QueryMatchTask(DirectQuery Query) : MatchTask(new TaskRank(1))
{
    public override string SpreadBy => Query.Run.WorkflowId;
}
