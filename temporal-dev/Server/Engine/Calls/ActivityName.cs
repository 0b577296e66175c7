using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Names one activity: by the token of a started attempt, or by its id.</summary>
/// <param name="Stamp">Attempt that the token belongs to; empty when named by id.</param>
internal sealed record ActivityName(WorkflowKey Workflow, string RunId, string ActivityId, string Stamp)
{
    public static ActivityName Of(Google.Protobuf.ByteString token)
    {
        var parsed = TaskToken.Parse(token);
        return new(parsed.Run.Workflow, parsed.RunId, parsed.ActivityId, parsed.Stamp);
    }

    public static ActivityName Of(string @namespace, string workflowId, string runId, string activityId)
    {
        RequestChecks.Namespace(@namespace);
        RequestChecks.Require(workflowId.Length > 0, "WorkflowId is not set on request.");
        RequestChecks.Require(activityId.Length > 0, "ActivityId is not set on request.");
        RequestChecks.Require(runId.Length == 0 || Guid.TryParse(runId, out _), "RunId is not valid UUID.");
        return new(new(@namespace, workflowId), runId, activityId, string.Empty);
    }

    /// <summary>Finds it pending.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">The run or the attempt is over, or was never there.</exception>
    public async ValueTask<(RunChange Run, PendingActivity Activity)> FindAsync(WorkflowScope scope)
    {
        var byId = Stamp.Length == 0;
        var run = byId ? await RunLookup.RequireAsync(scope, RunId) : await scope.FindAsync(RunId) ?? throw Refusals.UnknownActivity();
        if (!run.State.IsRunning)
        {
            throw Refusals.Closed();
        }

        var activity = run.State.Activities.Values.FirstOrDefault(a => a.ActivityId == ActivityId);
        if (byId && activity is null)
        {
            throw Refusals.NotFound($"cannot find pending activity with ActivityID {ActivityId}, check workflow execution history for more details");
        }

        return activity is not null && (byId || (activity.Stamp == Stamp && activity.IsStarted))
            ? (run, activity)
            : throw Refusals.UnknownActivity();
    }
}
