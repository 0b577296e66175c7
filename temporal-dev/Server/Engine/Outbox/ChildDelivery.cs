using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>
/// Starts child workflows: the child begins, its parent records that, and only then the child gets its first workflow task. Each
/// step may be repeated.
/// </summary>
internal sealed class ChildDelivery(WorkflowRuns runs, TaskQueues queues)
{
    public async Task StartAsync(StartChild task)
    {
        var parent = await runs.ReadAsync(task.Run.Workflow, task.Run.RunId);
        if (parent is not { IsRunning: true } || !parent.Children.TryGetValue(task.InitiatedEventId, out var child))
        {
            return;
        }

        var runId = child.RunId;
        if (!child.IsStarted)
        {
            try
            {
                runId = await BeginAsync(parent, child);
            }
            catch (GrpcException error) when (error.DetailOf<WorkflowExecutionAlreadyStartedFailure>() is not null)
            {
                await RecordFailureAsync(task);
                return;
            }

            await RecordStartAsync(task, runId);
        }

        await ReleaseAsync(new(child.Initiated.Namespace, child.Initiated.WorkflowId), runId);
    }

    private Task<string> BeginAsync(RunState parent, PendingChild child)
    {
        var target = new WorkflowKey(child.Initiated.Namespace, child.Initiated.WorkflowId);
        return runs.ChangeAsync(target, async scope => (await WorkflowStarter.StartAsync(scope, ChildStart.Plan(parent, child, runs.Now, queues))).Run.Key.RunId);
    }

    private Task RecordStartAsync(StartChild task, string runId) => ChangeParentAsync(task, (run, child) =>
    {
        run.State.Put(child with { RunId = runId });
        run.Write(EventType.ChildWorkflowExecutionStarted, e => e.ChildWorkflowExecutionStartedEventAttributes = new()
        {
            Namespace = child.Initiated.Namespace,
            NamespaceId = child.Initiated.NamespaceId,
            InitiatedEventId = child.InitiatedEventId,
            WorkflowExecution = new() { WorkflowId = child.Initiated.WorkflowId, RunId = runId },
            WorkflowType = child.Initiated.WorkflowType,
            Header = child.Initiated.Header,
        });
        WorkflowTaskScheduling.Need(run);
    });

    private Task RecordFailureAsync(StartChild task) => ChangeParentAsync(task, (run, child) =>
    {
        run.State.RemoveChild(child.InitiatedEventId);
        run.Write(EventType.StartChildWorkflowExecutionFailed, e => e.StartChildWorkflowExecutionFailedEventAttributes = new()
        {
            Namespace = child.Initiated.Namespace,
            NamespaceId = child.Initiated.NamespaceId,
            WorkflowId = child.Initiated.WorkflowId,
            WorkflowType = child.Initiated.WorkflowType,
            Cause = StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists,
            Control = child.Initiated.Control,
            InitiatedEventId = child.InitiatedEventId,
        });
        WorkflowTaskScheduling.Need(run);
    });

    private Task ChangeParentAsync(StartChild task, Action<RunChange, PendingChild> change) => runs.ChangeAsync(task.Run.Workflow, async scope =>
    {
        if (await scope.FindAsync(task.Run.RunId) is { State.IsRunning: true } run
            && run.State.Children.TryGetValue(task.InitiatedEventId, out var child) && !child.IsStarted)
        {
            change(run, child);
        }
    });

    private Task ReleaseAsync(WorkflowKey target, string runId) => runs.ChangeAsync(target, async scope =>
    {
        if (await scope.FindAsync(runId) is { State: { IsRunning: true, AwaitsParent: true } } run)
        {
            run.State.AwaitsParent = false;
            WorkflowTaskScheduling.Need(run);
        }
    });
}
