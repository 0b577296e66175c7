using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker.ActivityTasks;

namespace Temporalio.Worker.Tasks;

/// <summary>All polls of a worker: workflow tasks on the normal and on its own queue, and activity tasks.</summary>
/// <param name="context">The worker.</param>
/// <param name="workflows">Handles workflow tasks; null if there are no workflows.</param>
/// <param name="activities">Runs activities.</param>
internal sealed class WorkerPollers(WorkerContext context, WorkflowTaskHandler? workflows, ActivityExecutor activities)
{
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(70);

    private readonly RateLimit _activityRate = new(context.Options.MaxActivitiesPerSecond, context.Time);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Polls until told to stop, then waits for the workflow tasks in hand.</summary>
    /// <exception cref="RpcException">A poll failed in a way that repeating does not cure.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var loops = Loops(stop.Token).ToList();
        try
        {
            // The first loop that ends, ends them all.
            await await Task.WhenAny(loops);
        }
        finally
        {
            await stop.CancelAsync();
            await LeaveStickyQueueAsync();
            await Task.WhenAll(loops).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private IEnumerable<Task> Loops(CancellationToken stop)
    {
        if (workflows != null)
        {
            var slots = new SemaphoreSlim(context.Options.Tuner?.WorkflowTaskSlotSupplier.Slots ?? context.Options.MaxConcurrentWorkflowTasks ?? 100);
            var polls = context.Options.WorkflowTaskPollerBehavior?.Count ?? context.Options.MaxConcurrentWorkflowTaskPolls;
            var normal = context.IsSticky ? Math.Max(1, (int)(polls * context.Options.NonStickyToStickyPollRatio)) : polls;
            for (var i = 0; i < normal; i++)
            {
                yield return new PollLoop<PollWorkflowTaskQueueResponse>(slots, PollNormalAsync, workflows.HandleAsync, context.Time, _logger).RunAsync(stop);
            }

            for (var i = 0; context.IsSticky && i < Math.Max(1, polls - normal); i++)
            {
                yield return new PollLoop<PollWorkflowTaskQueueResponse>(slots, PollStickyAsync, workflows.HandleAsync, context.Time, _logger).RunAsync(stop);
            }
        }

        if (!activities.IsEmpty && !context.Options.LocalActivityWorkerOnly)
        {
            var slots = new SemaphoreSlim(context.Options.Tuner?.ActivityTaskSlotSupplier.Slots ?? context.Options.MaxConcurrentActivities ?? 100);
            var polls = context.Options.ActivityTaskPollerBehavior?.Count ?? context.Options.MaxConcurrentActivityTaskPolls;
            for (var i = 0; i < polls; i++)
            {
                yield return new PollLoop<PollActivityTaskQueueResponse>(slots, PollActivityAsync, activities.RunAsync, context.Time, _logger).RunAsync(stop);
            }
        }
    }

    private Task<PollWorkflowTaskQueueResponse?> PollNormalAsync(CancellationToken cancellationToken) =>
        PollAsync(new() { Name = context.TaskQueue, Kind = TaskQueueKind.Normal }, cancellationToken);

    private Task<PollWorkflowTaskQueueResponse?> PollStickyAsync(CancellationToken cancellationToken) =>
        PollAsync(new() { Name = context.StickyQueue, Kind = TaskQueueKind.Sticky, NormalName = context.TaskQueue }, cancellationToken);

    private async Task<PollWorkflowTaskQueueResponse?> PollAsync(TaskQueue queue, CancellationToken cancellationToken)
    {
        var request = new PollWorkflowTaskQueueRequest
        {
            Namespace = context.Namespace,
            TaskQueue = queue,
            Identity = context.Identity,
            DeploymentOptions = WorkerVersion.Of(context),
            WorkerVersionCapabilities = WorkerVersion.CapabilitiesOf(context),
        };
        var task = await context.Service.PollWorkflowTaskQueueAsync(request, Options(cancellationToken));
        return task.TaskToken.IsEmpty ? null : task;
    }

    private async Task<PollActivityTaskQueueResponse?> PollActivityAsync(CancellationToken cancellationToken)
    {
        await _activityRate.WaitAsync(cancellationToken);
        var request = new PollActivityTaskQueueRequest
        {
            Namespace = context.Namespace,
            TaskQueue = new() { Name = context.TaskQueue, Kind = TaskQueueKind.Normal },
            Identity = context.Identity,
            DeploymentOptions = WorkerVersion.Of(context),
            WorkerVersionCapabilities = WorkerVersion.CapabilitiesOf(context),
        };
        if (context.Options.MaxTaskQueueActivitiesPerSecond is { } rate)
        {
            request.TaskQueueMetadata = new() { MaxTasksPerSecond = rate };
        }

        var task = await context.Service.PollActivityTaskQueueAsync(request, Options(cancellationToken));
        return task.TaskToken.IsEmpty ? null : task;
    }

    // Without this the server would offer tasks to a queue that nobody polls until it notices.
    private async Task LeaveStickyQueueAsync()
    {
        if (workflows == null || !context.IsSticky)
        {
            return;
        }

        try
        {
            await context.Service.ShutdownWorkerAsync(
                new()
                {
                    Namespace = context.Namespace,
                    StickyTaskQueue = context.StickyQueue,
                    Identity = context.Identity,
                    Reason = "graceful shutdown",
                },
                new() { Timeout = TimeSpan.FromSeconds(5) });
        }
        catch (RpcException e)
        {
            // A courtesy: old servers do not know the call, and one that is gone needs none.
            _logger.LogDebug(e, "Server did not take the shutdown of sticky queue {StickyQueue}", context.StickyQueue);
        }
    }

    private static RpcOptions Options(CancellationToken cancellationToken) =>
        new() { Timeout = PollTimeout, CancellationToken = cancellationToken };
}
