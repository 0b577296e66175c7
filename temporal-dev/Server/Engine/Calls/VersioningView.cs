using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>What a run knows of versions, as descriptions show it.</summary>
internal static class VersioningView
{
    public static WorkflowExecutionVersioningInfo? Of(RunVersioning? versioning) => versioning is null ? null : new()
    {
        Behavior = versioning.Behavior,
        Version = versioning.Version?.Dotted ?? string.Empty,
        DeploymentVersion = versioning.Version?.ToProto(),
        VersioningOverride = OverrideRules.Shown(versioning.Override),
        VersionTransition = versioning.Transition is { } transition
            ? new() { Version = transition.To?.Dotted ?? WorkerVersion.Unversioned, DeploymentVersion = transition.To?.ToProto() }
            : null,
    };
}
