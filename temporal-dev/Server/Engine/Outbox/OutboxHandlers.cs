using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Outbox;

/// <summary>Routes outbox tasks; those about one run only are done here.</summary>
internal sealed class OutboxHandlers(
    WorkflowRuns runs, IRunStore store, TaskQueues queues, ChildDelivery children, ExternalDelivery externals, RunFinish finish, NexusDispatch nexus)
{
    public Task HandleAsync(OutboxTask task) => task switch
    {
        OfferWorkflowTask offer => OfferAsync(offer),
        OfferActivityTask offer => OfferAsync(offer),
        OfferNexusStart offer => nexus.StartAsync(offer),
        OfferNexusCancel offer => nexus.CancelAsync(offer),
        StartChild start => children.StartAsync(start),
        DeliverSignal signal => externals.SignalAsync(signal),
        DeliverCancel cancel => externals.CancelAsync(cancel),
        FinishRun finished => finish.FinishAsync(finished),
        DeleteRun delete => runs.RemoveAsync(delete.Run),
        _ => throw new ArgumentException($"unknown outbox task {task}", nameof(task)),
    };

    private async Task OfferAsync(OfferWorkflowTask offer)
    {
        var state = await store.LoadAsync(offer.Run);
        if (state is { IsRunning: true, Task: { IsStarted: false } task } && task.Stamp == offer.Stamp)
        {
            var key = WorkflowQueue(state, task);
            var isOwn = key.Name != state.TaskQueue;
            queues.Add(key, new WorkflowMatchTask(offer.Run, offer.Stamp, Priorities.Rank(state.Start.Priority)) { Directive = isOwn ? null : VersionRoutes.OfWorkflow(state) });
        }
    }

    private async Task OfferAsync(OfferActivityTask offer)
    {
        var state = await store.LoadAsync(offer.Run);
        if (state is { IsRunning: true } && state.Activities.TryGetValue(offer.ScheduledEventId, out var activity)
            && activity.Stamp == offer.Stamp && !activity.IsStarted)
        {
            var priority = Priorities.Merge(state.Start.Priority, activity.Scheduled.Priority);
            queues.Add(
                new(offer.Run.Namespace, activity.TaskQueue, TaskQueueType.Activity),
                new ActivityMatchTask(offer.Run, offer.ScheduledEventId, offer.Stamp, Priorities.Rank(priority)) { Directive = VersionRoutes.OfActivity(state) });
        }
    }

    // A sticky queue whose worker was not seen lately, or is not of the right version, is not worth waiting on.
    private QueueKey WorkflowQueue(RunState state, PendingWorkflowTask task)
    {
        var key = new QueueKey(state.Key.Namespace, task.Queue.Name, TaskQueueType.Workflow);
        return task.Queue.Kind == TaskQueueKind.Sticky && !(queues.HasPoller(key, EngineLimits.StickyPollerMemory) && VersionRoutes.KeepsVersion(state, queues))
            ? key with { Name = state.TaskQueue }
            : key;
    }
}
