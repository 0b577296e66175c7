using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>After a run has ended: its parent and its callbacks hear of it, if the chain has ended too, and its children are dealt with.</summary>
internal sealed class RunFinish(WorkflowRuns runs, IRunStore store, CallbackDelivery callbacks)
{
    private const string ByParent = "by parent close policy";

    public async Task FinishAsync(FinishRun task)
    {
        if (await runs.ReadAsync(task.Run.Workflow, task.Run.RunId) is not { IsRunning: false } state)
        {
            return;
        }

        if (state.Start.ParentWorkflowExecution is not null && state.NewRunId.Length == 0 && state.ResetRunId.Length == 0)
        {
            await TellParentAsync(state);
        }

        if (state.NewRunId.Length == 0 && state.ResetRunId.Length == 0)
        {
            await callbacks.DeliverAsync(state);
        }

        if (state.ResetRunId.Length > 0)
        {
            return;
        }

        foreach (var child in state.Children.Values.Where(child => child.IsStarted))
        {
            await ApplyPolicyAsync(state, child);
        }
    }

    private async Task TellParentAsync(RunState child)
    {
        var parent = child.Start.ParentWorkflowExecution;
        var close = (await store.ReadHistoryAsync(child.Key, child.LastEventId, 1))[0];
        await runs.ChangeAsync(new(child.Start.ParentWorkflowNamespace, parent.WorkflowId), async scope =>
        {
            if (await ParentAsync(scope, parent.RunId) is { } run
                && run.State.Children.TryGetValue(child.Start.ParentInitiatedEventId, out var pending)
                && pending.RunId == child.Start.FirstExecutionRunId)
            {
                run.State.RemoveChild(pending.InitiatedEventId);
                ChildEnds.Write(run, pending, child.Key.RunId, close);
                WorkflowTaskScheduling.Need(run);
            }
        });
    }

    // A parent that was reset lives on in the run that it was reset to.
    private static async ValueTask<RunChange?> ParentAsync(WorkflowScope scope, string runId)
    {
        var run = await scope.FindAsync(runId);
        while (run is { State: { IsRunning: false, ResetRunId.Length: > 0 } })
        {
            run = await scope.FindAsync(run.State.ResetRunId);
        }

        return run is { State.IsRunning: true } ? run : null;
    }

    private Task ApplyPolicyAsync(RunState parent, PendingChild child) =>
        child.Initiated.ParentClosePolicy == ParentClosePolicy.Abandon
            ? Task.CompletedTask
            : runs.ChangeAsync(new(child.Initiated.Namespace, child.Initiated.WorkflowId), async scope =>
            {
                // The latest run of the chain that the parent started.
                if (await scope.FindAsync(string.Empty) is not { State.IsRunning: true } run || run.State.Start.FirstExecutionRunId != child.RunId)
                {
                    return;
                }

                if (child.Initiated.ParentClosePolicy == ParentClosePolicy.RequestCancel)
                {
                    CancelReception.Receive(run, new(string.Empty, Guid.NewGuid().ToString(), WorkflowTaskFailing.ServerIdentity)
                    {
                        Sender = new() { WorkflowId = parent.Key.WorkflowId, RunId = parent.Key.RunId },
                    });
                }
                else
                {
                    RunClosing.Terminate(run, ByParent, details: null, WorkflowTaskFailing.ServerIdentity);
                }
            });
}
