using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>Carries signals and cancel requests from one workflow to another, and the news of it back.</summary>
internal sealed class ExternalDelivery(WorkflowRuns runs)
{
    public async Task SignalAsync(DeliverSignal task)
    {
        if (await SenderAsync(task.Run) is not { } sender || !sender.Signals.TryGetValue(task.InitiatedEventId, out var pending))
        {
            return;
        }

        var initiated = pending.Initiated;
        var target = initiated.WorkflowExecution;
        var @namespace = initiated.Namespace.Length > 0 ? initiated.Namespace : task.Run.Namespace;
        var missing = await TryAsync(new(@namespace, target.WorkflowId), target.RunId, sender, initiated.ChildWorkflowOnly, mustRun: true, run =>
            SignalReception.Receive(run, new(initiated.SignalName, pending.RequestId)
            {
                Input = initiated.Input,
                Header = initiated.Header,
                Identity = WorkflowTaskFailing.ServerIdentity,
                Sender = new() { WorkflowId = sender.Key.WorkflowId, RunId = sender.Key.RunId },
            }));
        await TellSenderAsync(task.Run, run =>
        {
            if (!run.State.Signals.ContainsKey(task.InitiatedEventId))
            {
                return;
            }

            run.State.RemoveSignal(task.InitiatedEventId);
            if (missing)
            {
                run.Write(EventType.SignalExternalWorkflowExecutionFailed, e => e.SignalExternalWorkflowExecutionFailedEventAttributes = new()
                {
                    Cause = SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
                    Namespace = @namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = target,
                    InitiatedEventId = task.InitiatedEventId,
                    Control = initiated.Control,
                });
            }
            else
            {
                run.Write(EventType.ExternalWorkflowExecutionSignaled, e => e.ExternalWorkflowExecutionSignaledEventAttributes = new()
                {
                    InitiatedEventId = task.InitiatedEventId,
                    Namespace = @namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = target,
                    Control = initiated.Control,
                });
            }

            WorkflowTaskScheduling.Need(run);
        });
    }

    public async Task CancelAsync(DeliverCancel task)
    {
        if (await SenderAsync(task.Run) is not { } sender || !sender.Cancels.TryGetValue(task.InitiatedEventId, out var pending))
        {
            return;
        }

        var initiated = pending.Initiated;
        var target = initiated.WorkflowExecution;
        var @namespace = initiated.Namespace.Length > 0 ? initiated.Namespace : task.Run.Namespace;
        var missing = await TryAsync(new(@namespace, target.WorkflowId), target.RunId, sender, initiated.ChildWorkflowOnly, mustRun: false, run =>
            CancelReception.Receive(run, new(initiated.Reason, pending.RequestId, WorkflowTaskFailing.ServerIdentity)
            {
                SenderInitiatedEventId = task.InitiatedEventId,
                Sender = new() { WorkflowId = sender.Key.WorkflowId, RunId = sender.Key.RunId },
            }));
        await TellSenderAsync(task.Run, run =>
        {
            if (!run.State.Cancels.ContainsKey(task.InitiatedEventId))
            {
                return;
            }

            run.State.RemoveCancel(task.InitiatedEventId);
            if (missing)
            {
                run.Write(EventType.RequestCancelExternalWorkflowExecutionFailed, e => e.RequestCancelExternalWorkflowExecutionFailedEventAttributes = new()
                {
                    Cause = CancelExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
                    Namespace = @namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = target,
                    InitiatedEventId = task.InitiatedEventId,
                });
            }
            else
            {
                run.Write(EventType.ExternalWorkflowExecutionCancelRequested, e => e.ExternalWorkflowExecutionCancelRequestedEventAttributes = new()
                {
                    InitiatedEventId = task.InitiatedEventId,
                    Namespace = @namespace,
                    NamespaceId = initiated.NamespaceId,
                    WorkflowExecution = target,
                });
            }

            WorkflowTaskScheduling.Need(run);
        });
    }

    private async Task<RunState?> SenderAsync(RunKey key) => await runs.ReadAsync(key.Workflow, key.RunId) is { IsRunning: true } sender ? sender : null;

    private Task TellSenderAsync(RunKey sender, Action<RunChange> tell) => runs.ChangeAsync(sender.Workflow, async scope =>
    {
        if (await scope.FindAsync(sender.RunId) is { State.IsRunning: true } run)
        {
            tell(run);
        }
    });

    // True when there is nobody to deliver to.
    private async Task<bool> TryAsync(WorkflowKey target, string runId, RunState sender, bool childOnly, bool mustRun, Action<RunChange> deliver)
    {
        if (target == sender.Key.Workflow)
        {
            // A workflow is not its own outside.
            return true;
        }

        try
        {
            return await runs.ChangeAsync(target, async scope =>
            {
                if (await scope.FindAsync(runId) is not { } run || (mustRun && !run.State.IsRunning) || (childOnly && !IsChildOf(run.State, sender)))
                {
                    return true;
                }

                deliver(run);
                return false;
            });
        }
        catch (GrpcException error) when (error.Code is GrpcStatusCode.NotFound)
        {
            return true;
        }
    }

    private static bool IsChildOf(RunState run, RunState sender) =>
        run.Start.ParentWorkflowExecution is WorkflowExecution parent && parent.WorkflowId == sender.Key.WorkflowId && parent.RunId == sender.Key.RunId;
}
