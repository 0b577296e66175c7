using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Activities;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Starting;

/// <summary>Starts a run, minding the others of its id: one open at most, and which closed ones may be followed.</summary>
internal static class WorkflowStarter
{
    private const string Replaced = "TerminateIfRunning WorkflowIdReusePolicy";

    /// <exception cref="GrpcException">Another run stands in the way.</exception>
    public static async ValueTask<StartResult> StartAsync(WorkflowScope scope, StartPlan plan)
    {
        var current = await scope.FindAsync(string.Empty);
        if (current is null)
        {
            return Begin(scope, plan);
        }

        if (current.State.Requests.TryGetValue(plan.Run.RequestId, out var trace) && trace.EventType == EventType.WorkflowExecutionStarted)
        {
            return new(current, StartOutcome.Repeated);
        }

        return current.State.IsRunning ? WhileRunning(scope, plan, current) : AfterClosed(scope, plan, current);
    }

    private static StartResult Begin(WorkflowScope scope, StartPlan plan) => new(RunBirth.Begin(scope, plan.Run), StartOutcome.Started);

    private static StartResult WhileRunning(WorkflowScope scope, StartPlan plan, RunChange current)
    {
        switch (plan.Conflict)
        {
            case WorkflowIdConflictPolicy.UseExisting:
                return new(current, StartOutcome.UsedExisting);
            case WorkflowIdConflictPolicy.TerminateExisting:
            case WorkflowIdConflictPolicy.Unspecified when LegacyPolicies.IsTerminate(plan.Reuse):
                RunClosing.Terminate(
                    current, Replaced, ActivityEnds.Text($"terminated by new runID: {plan.Run.RunId}"), WorkflowTaskFailing.ServerIdentity);
                return Begin(scope, plan);
            default:
                throw Refuse(current.State, $"Workflow execution is already running. WorkflowId: {scope.Key.WorkflowId}, RunId: {current.Key.RunId}.");
        }
    }

    private static StartResult AfterClosed(WorkflowScope scope, StartPlan plan, RunChange current)
    {
        var finished = $"Workflow execution already finished. WorkflowId: {scope.Key.WorkflowId}, RunId: {current.Key.RunId}.";
        return plan.Reuse switch
        {
            WorkflowIdReusePolicy.RejectDuplicate => throw Refuse(current.State, $"{finished} Workflow Id reuse policy: reject duplicate workflow Id."),
            WorkflowIdReusePolicy.AllowDuplicateFailedOnly when !HasFailed(current.State) =>
                throw Refuse(current.State, $"Workflow execution already finished successfully. WorkflowId: {scope.Key.WorkflowId}, RunId: {current.Key.RunId}. Workflow Id reuse policy: allow duplicate workflow Id if last run failed."),
            _ => Begin(scope, plan),
        };
    }

    private static bool HasFailed(RunState state) => state.Status
        is WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.Canceled or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.TimedOut;

    private static GrpcException Refuse(RunState current, string text) =>
        Refusals.AlreadyStarted(text, current.StartRequestId, current.Key.RunId);
}
