using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Versions;

/// <summary>How a run comes from one version of its workers to another. A run that knows of none, with workers that have none, takes no step.</summary>
internal static class VersionSteps
{
    /// <summary>Whether a worker may have the run's tasks: a pinned run is for one version only.</summary>
    public static bool Admits(RunState state, WorkerVersion? version) =>
        state.Versioning is not { IsPinned: true } pinned || pinned.EffectiveVersion == version;

    /// <summary>Whether a worker may have an activity of the run now. If its version is the one that the run's own tasks go to by now, the run comes there first.</summary>
    public static bool Lets(RunChange run, WorkerVersion? version, TaskQueues queues)
    {
        var state = run.State;
        if (state.Versioning is not { } versioning) return true;
        if (versioning.Transition is not null) return false;
        if (versioning.EffectiveBehavior != VersioningBehavior.AutoUpgrade || versioning.EffectiveVersion == version || VersionRoutes.Next(state, queues) != version) return true;
        Begin(state, version);
        WorkflowTaskScheduling.Need(run);
        return false;
    }

    /// <summary>A worker has the run's workflow task. If it is of another version than the last one, the run is under way to its version.</summary>
    public static void Begin(RunState state, WorkerVersion? version)
    {
        if (state.Versioning is { IsPinned: true } || state.Versioning?.EffectiveVersion == version) return;
        state.Versioning = (state.Versioning ?? new()) with { Transition = new(version) };
        state.Sticky = null;
    }

    /// <summary>The worker has completed it. A run that was under way to its version has arrived.</summary>
    /// <param name="deployment">Deployment that the worker named; empty for none.</param>
    public static void Complete(RunChange run, WorkerVersion? version, VersioningBehavior behavior, string deployment)
    {
        var state = run.State;
        var before = state.Versioning;
        state.WorkerDeployment = deployment;
        var arrives = before?.Transition is { } transition && transition.To == version;
        if (before is not null || behavior != VersioningBehavior.Unspecified)
        {
            state.Versioning = (before ?? new()) with
            {
                Behavior = behavior,
                Version = behavior == VersioningBehavior.Unspecified ? null : version,
                Transition = arrives ? null : before?.Transition,
            };
        }

        VersionAttributes.Set(state);
        if (arrives) OfferActivities(run);
    }

    /// <summary>Somebody asks something else for the run than its workflow does, or no longer.</summary>
    public static void Override(RunChange run, VersioningOverride? asked)
    {
        var state = run.State;
        var before = state.Versioning;
        SetOverride(state, asked);
        VersionAttributes.Set(state);
        if (before?.EffectiveBehavior == state.Versioning!.EffectiveBehavior && before.EffectiveVersion == state.Versioning.EffectiveVersion) return;

        // What was offered goes where it goes now; who has the run cached is of the version before.
        state.Sticky = null;
        if (state.Task is { IsStarted: false } task)
        {
            state.Task = task with { Stamp = Guid.NewGuid().ToString() };
            run.Then(new OfferWorkflowTask(run.Key, state.Task.Stamp));
        }

        OfferActivities(run);
    }

    /// <summary>The state after an event of its history: what a completed task or an override left.</summary>
    public static void Replay(RunState state, HistoryEvent e)
    {
        if (e.WorkflowTaskCompletedEventAttributes is { } completed)
        {
            state.WorkerDeployment = completed.WorkerDeploymentName;
            var version = WorkerVersion.Of(completed.DeploymentVersion);
            if (version is not null || state.Versioning is not null)
            {
                state.Versioning = (state.Versioning ?? new()) with
                {
                    Behavior = completed.VersioningBehavior,
                    Version = completed.VersioningBehavior == VersioningBehavior.Unspecified ? null : version,
                };
            }

            if (state.Versioning is not null || state.WorkerDeployment.Length > 0) VersionAttributes.Set(state);
        }
        else if (e.WorkflowExecutionOptionsUpdatedEventAttributes is { } options && (options.VersioningOverride is not null || options.UnsetVersioningOverride))
        {
            SetOverride(state, options.VersioningOverride);
            VersionAttributes.Set(state);
        }
    }

    /// <summary>What a run is born with: what was asked at its start, and what it has from the run before or from its parent.</summary>
    public static void Inherit(RunState state)
    {
        if (WorkerVersion.Of(state.Start.InheritedPinnedVersion) is { } inherited) state.Versioning = new() { Behavior = VersioningBehavior.Pinned, Version = inherited };
        if (state.Start.VersioningOverride is { } asked) SetOverride(state, asked);
        if (state.Versioning is { IsPinned: true }) VersionAttributes.Set(state);
    }

    private static void SetOverride(RunState state, VersioningOverride? asked)
    {
        state.Versioning = (state.Versioning ?? new()) with { Override = asked };
        if (OverrideRules.Pinned(asked) is { } pinned) state.WorkerDeployment = pinned.Deployment;
    }

    // Those that nobody has begun wait for a worker of the run's version.
    private static void OfferActivities(RunChange run)
    {
        foreach (var activity in run.State.Activities.Values.Where(static a => a is { IsStarted: false, IsBackingOff: false, Pause: null }).ToList())
        {
            var offered = activity with { Stamp = Guid.NewGuid().ToString() };
            run.State.Activities = run.State.Activities.SetItem(offered.ScheduledEventId, offered);
            run.Then(new OfferActivityTask(run.Key, offered.ScheduledEventId, offered.Stamp));
        }
    }
}
