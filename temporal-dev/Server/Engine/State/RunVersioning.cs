using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.State;

/// <summary>What a run knows of the versions of its workers.</summary>
internal sealed record RunVersioning
{
    /// <summary>What its workflow asked for with its last completed task.</summary>
    public VersioningBehavior Behavior { get; init; }

    /// <summary>Version of the worker that completed it; null where the workflow asked for nothing.</summary>
    public WorkerVersion? Version { get; init; }

    /// <summary>What somebody asked for instead; null for nothing.</summary>
    public VersioningOverride? Override { get; init; }

    /// <summary>A change of version that is under way; null for none.</summary>
    public VersionTransition? Transition { get; init; }

    /// <summary>What holds: an override goes before all, and who is under way goes where the queue's routing says.</summary>
    public VersioningBehavior EffectiveBehavior => OverrideRules.Behavior(Override) is var asked and not VersioningBehavior.Unspecified ? asked
        : Transition is not null ? VersioningBehavior.AutoUpgrade
        : Behavior;

    /// <summary>The version that its tasks go to, or last went to; null for workers without one.</summary>
    public WorkerVersion? EffectiveVersion => OverrideRules.Pinned(Override) ?? (Transition is null ? Version : Transition.To);

    /// <summary>True if only one version may have its tasks.</summary>
    public bool IsPinned => EffectiveBehavior == VersioningBehavior.Pinned;
}

/// <summary>The version to which a run is under way.</summary>
/// <param name="To">Null for workers without one.</param>
internal sealed record VersionTransition(WorkerVersion? To);
