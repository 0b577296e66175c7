using Gauntlet.Temporal.Server.Engine.Queries;
using Gauntlet.Temporal.Server.Engine.State;

namespace Gauntlet.Temporal.Server.Matching;

/// <summary>What a queue holds: a pointer to work, not the work. Whoever gets it asks the run whether it still stands.</summary>
/// <param name="Rank">Where it stands among the others.</param>
internal abstract record MatchTask(TaskRank Rank);

internal sealed record WorkflowMatchTask(RunKey Run, string Stamp, TaskRank Rank) : MatchTask(Rank);

internal sealed record ActivityMatchTask(RunKey Run, long ScheduledEventId, string Stamp, TaskRank Rank) : MatchTask(Rank);

/// <summary>An attempt to start or cancel a Nexus operation, by its stamp.</summary>
internal sealed record NexusMatchTask(string Call, TaskRank Rank) : MatchTask(Rank);

/// <summary>A query that goes to a worker on its own: somebody waits for it, so it comes first.</summary>
internal sealed record QueryMatchTask(DirectQuery Query) : MatchTask(new TaskRank(1));
