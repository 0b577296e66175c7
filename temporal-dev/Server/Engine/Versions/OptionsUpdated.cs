using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Gauntlet.Temporal.Server.Engine.Versions;

/// <summary>Records that somebody asks another version of a run's workers than its workflow does.</summary>
internal static class OptionsUpdated
{
    /// <summary>Writes it, and lets the run's tasks go there.</summary>
    /// <param name="asked">Null for what the workflow asks for.</param>
    public static void Write(RunChange run, VersioningOverride? asked)
    {
        run.Write(EventType.WorkflowExecutionOptionsUpdated, e =>
        {
            e.WorkerMayIgnore = true;
            e.WorkflowExecutionOptionsUpdatedEventAttributes = new() { VersioningOverride = asked, UnsetVersioningOverride = asked is null };
        });
        VersionSteps.Override(run, asked);
    }
}
