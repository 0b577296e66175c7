using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Finds the run that a call names, or refuses as the real server does.</summary>
internal static class RunLookup
{
    /// <param name="firstRunId">First run of the chain that the caller means; empty for any.</param>
    public static async ValueTask<RunChange> RequireAsync(WorkflowScope scope, string runId, string firstRunId = "")
    {
        var run = await scope.FindAsync(runId) ?? throw Missing(scope.Key, runId);
        return firstRunId.Length == 0 || run.State.Start.FirstExecutionRunId == firstRunId ? run : throw Refusals.NotFound("workflow execution not found");
    }

    public static async ValueTask<RunChange> RequireRunningAsync(WorkflowScope scope, string runId, string firstRunId = "")
    {
        var run = await RequireAsync(scope, runId, firstRunId);
        return run.State.IsRunning ? run : throw Refusals.Closed();
    }

    public static async ValueTask<RunState> ReadAsync(WorkflowRuns runs, WorkflowKey key, string runId) =>
        await runs.ReadAsync(key, runId) ?? throw Missing(key, runId);

    private static Exception Missing(WorkflowKey key, string runId) =>
        runId.Length == 0 ? Refusals.UnknownWorkflow(key.WorkflowId) : Refusals.UnknownRun(key.WorkflowId, runId);
}
