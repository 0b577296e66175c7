using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Versions;

/// <summary>Where the tasks of a run go, as far as its own state says.</summary>
internal static class VersionRoutes
{
    /// <summary>What its workflow tasks and queries say; null where the queue's routing decides.</summary>
    public static VersionDirective? OfWorkflow(RunState state) => state.Versioning is { IsPinned: true } pinned ? new(pinned.EffectiveVersion) : null;

    /// <summary>What its activity tasks say.</summary>
    public static VersionDirective? OfActivity(RunState state) => state.Versioning is { IsPinned: true } pinned ? new(pinned.EffectiveVersion, IsFreeElsewhere: true) : null;

    /// <summary>The version that its next workflow task goes to; null for workers without one.</summary>
    public static WorkerVersion? Next(RunState state, TaskQueues queues) =>
        queues.Target(new(state.Key.Namespace, state.TaskQueue, TaskQueueType.Workflow), OfWorkflow(state), state.Key.WorkflowId);

    /// <summary>Whether the worker that has the run cached may have its next task: no version is to have it instead.</summary>
    public static bool KeepsVersion(RunState state, TaskQueues queues) =>
        (!queues.HasVersions && state.Versioning is null) || Next(state, queues) is not { } next || next == state.Versioning?.EffectiveVersion;

    /// <summary>Whether a run that follows on a queue stays with the version that this one is pinned to; null for no.</summary>
    /// <param name="queue">Task queue of the run that follows, in the same namespace.</param>
    public static WorkerVersion? Inherited(RunState state, string queue, TaskQueues queues) =>
        state.Versioning is { IsPinned: true, EffectiveVersion: { } pinned }
        && (queue == state.TaskQueue || queues.Knows(new(state.Key.Namespace, queue, TaskQueueType.Workflow), pinned))
            ? pinned
            : null;
}
