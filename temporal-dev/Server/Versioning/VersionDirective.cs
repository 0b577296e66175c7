namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>What a run that knows of versions says about where a task of its goes.</summary>
/// <param name="Pinned">The only version that may have it; null for the one that its queue's routing says.</param>
/// <param name="IsFreeElsewhere">The pin holds only on queues that the version knows: so it is for activities.</param>
internal sealed record VersionDirective(WorkerVersion? Pinned, bool IsFreeElsewhere = false);
