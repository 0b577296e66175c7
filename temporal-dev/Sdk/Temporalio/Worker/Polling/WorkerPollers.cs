using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Slots;
using Temporalio.Worker.Tasks;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Polling;

/// <summary>All polls of a worker: workflow tasks on the normal and on its own queue, and activity tasks.</summary>
/// <param name="context">The worker.</param>
/// <param name="workflows">Handles workflow tasks; null if there are no workflows.</param>
/// <param name="activities">Runs activities.</param>
internal sealed class WorkerPollers(WorkerContext context, WorkflowTaskHandler? workflows, ActivityExecutor activities)
{
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(70);

    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RateLimit _activityRate = new(context.Options.MaxActivitiesPerSecond, context.Time);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    private TaskSlots WorkflowSlots => field ??= TaskSlots.Of(SlotType.Workflow, context);

    /// <summary>Completes when polling begins to end, before the tasks in hand have; fails with what made it end.</summary>
    public Task Ending => _ending.Task;

    /// <summary>Polls until told to stop, then waits for the polls that are open and for the tasks in hand.</summary>
    /// <exception cref="RpcException">A poll failed in a way that repeating does not cure.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var eager = workflows == null ? null : new EagerTasks(workflows, WorkflowSlots, _logger);
        using var starts = eager?.Open(context);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var abandon = new CancellationTokenSource();
        var groups = Groups().ToList();
        var running = groups.ConvertAll(group => group.RunAsync(stop.Token, abandon.Token));
        try
        {
            // The first group that ends, ends them all.
            var first = await Task.WhenAny(groups.Select(group => group.Ending));
            _ending.SetFromTask(first);
            await first;
        }
        finally
        {
            await stop.CancelAsync();
            await new WorkerFarewell(context, [.. QueueTypes()], _logger).EndPollsAsync(abandon);
            starts?.Dispose();
            await Task.WhenAll(running);
            await (eager?.WaitForEndAsync() ?? Task.CompletedTask);
        }
    }

    private IEnumerable<TaskQueueType> QueueTypes()
    {
        if (workflows != null)
        {
            yield return TaskQueueType.Workflow;
        }

        if (!activities.IsEmpty && !context.Options.LocalActivityWorkerOnly)
        {
            yield return TaskQueueType.Activity;
        }
    }

    private IEnumerable<IPollGroup> Groups()
    {
        foreach (var type in QueueTypes())
        {
            if (type == TaskQueueType.Activity)
            {
                yield return ActivityGroup();
                continue;
            }

            var (normal, sticky) = WorkflowScales();
            yield return WorkflowGroup(WorkflowSlots, normal, isSticky: false);
            if (context.IsSticky)
            {
                yield return WorkflowGroup(WorkflowSlots, sticky, isSticky: true);
            }
        }
    }

    // A fixed number is shared by the two queues, each of which has at least one; otherwise each queue goes by itself.
    private (PollerScale Normal, PollerScale Sticky) WorkflowScales()
    {
        var behavior = context.Options.WorkflowTaskPollerBehavior
            ?? new PollerBehavior.SimpleMaximum(context.Options.MaxConcurrentWorkflowTaskPolls);
        if (behavior is not PollerBehavior.SimpleMaximum fixedNumber || !context.IsSticky)
        {
            return (behavior.Scale(), behavior.Scale());
        }

        var normal = Math.Max(1, (int)(fixedNumber.Maximum * context.Options.NonStickyToStickyPollRatio));
        return (PollerScale.Fixed(normal), PollerScale.Fixed(Math.Max(1, fixedNumber.Maximum - normal)));
    }

    private PollGroup<PollWorkflowTaskQueueResponse> WorkflowGroup(TaskSlots slots, PollerScale scale, bool isSticky)
    {
        var queue = isSticky
            ? new TaskQueue { Name = context.StickyQueue, Kind = TaskQueueKind.Sticky, NormalName = context.TaskQueue }
            : new TaskQueue { Name = context.TaskQueue, Kind = TaskQueueKind.Normal };
        return new(
            slots,
            isSticky,
            scale,
            _ => Task.CompletedTask,
            token => PollWorkflowAsync(queue, token),
            (task, slot) =>
            {
                slot.Use(new SlotInfo.WorkflowSlotInfo(task.WorkflowType.Name, isSticky));
                return workflows!.HandleAsync(task, isSticky);
            },
            PollMetrics.Workflow(context.Metrics, isSticky),
            context.Time,
            _logger);
    }

    private PollGroup<PollActivityTaskQueueResponse> ActivityGroup() => new(
        activities.Slots,
        isSticky: false,
        context.Options.ActivityTaskPollerBehavior?.Scale() ?? PollerScale.Fixed(context.Options.MaxConcurrentActivityTaskPolls),
        _activityRate.WaitAsync,
        PollActivityAsync,
        activities.RunAsync,
        PollMetrics.Activity(context.Metrics),
        context.Time,
        _logger);

    private async Task<Polled<PollWorkflowTaskQueueResponse>> PollWorkflowAsync(TaskQueue queue, CancellationToken cancellationToken)
    {
        var request = new PollWorkflowTaskQueueRequest
        {
            Namespace = context.Namespace,
            TaskQueue = queue,
            Identity = context.Identity,
            WorkerInstanceKey = context.InstanceKey,
            DeploymentOptions = WorkerVersion.Of(context),
            WorkerVersionCapabilities = WorkerVersion.CapabilitiesOf(context),
        };
        var task = await context.Service.PollWorkflowTaskQueueAsync(request, Options(cancellationToken));
        return new(task.TaskToken.IsEmpty ? null : task, task.PollerScalingDecision?.PollRequestDeltaSuggestion);
    }

    private async Task<Polled<PollActivityTaskQueueResponse>> PollActivityAsync(CancellationToken cancellationToken)
    {
        var request = new PollActivityTaskQueueRequest
        {
            Namespace = context.Namespace,
            TaskQueue = new() { Name = context.TaskQueue, Kind = TaskQueueKind.Normal },
            Identity = context.Identity,
            WorkerInstanceKey = context.InstanceKey,
            DeploymentOptions = WorkerVersion.Of(context),
            WorkerVersionCapabilities = WorkerVersion.CapabilitiesOf(context),
        };
        if (context.Options.MaxTaskQueueActivitiesPerSecond is { } rate)
        {
            request.TaskQueueMetadata = new() { MaxTasksPerSecond = rate };
        }

        var task = await context.Service.PollActivityTaskQueueAsync(request, Options(cancellationToken));
        return new(task.TaskToken.IsEmpty ? null : task, task.PollerScalingDecision?.PollRequestDeltaSuggestion);
    }

    private static RpcOptions Options(CancellationToken cancellationToken) =>
        new() { Timeout = PollTimeout, CancellationToken = cancellationToken };
}
