using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Slots;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs activity tasks, and ends them when the worker stops.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Activity types.</param>
internal sealed class ActivityExecutor(WorkerContext context, WorkerRegistry<ActivityDefinition> activities)
{
    private readonly CancellationTokenSource _shutdown = new();
    private readonly ConcurrentDictionary<ActivityAttempt, Task> _running = new();
    private readonly ActivityMetrics _metrics = new(context.Metrics);
    private readonly ActivityReplies _replies = new(context);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Whether there are no activities.</summary>
    public bool IsEmpty => activities.IsEmpty;

    /// <summary>Slots for activities.</summary>
    public TaskSlots Slots { get; } = TaskSlots.Of(SlotType.Activity, context);

    /// <summary>Begins a task; it goes on when polling ends.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">Its slot; given back by the caller.</param>
    /// <returns>Completes when the task has ended.</returns>
    public async Task RunAsync(PollActivityTaskQueueResponse task, Slot slot)
    {
        slot.Use(new SlotInfo.ActivitySlotInfo(task.ActivityType.Name));
        var attempt = new ActivityAttempt(context, activities, _replies, _metrics, task, _shutdown.Token);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[attempt] = ended.Task;
        try
        {
            await RunAsync(attempt);
        }
        finally
        {
            _running.TryRemove(attempt, out _);
            ended.SetResult();
        }
    }

    /// <summary>Tells activities that the worker stops, and cancels them when their grace is over.</summary>
    public void BeginShutdown()
    {
        _shutdown.Cancel();
        _ = CancelAfterGraceAsync();
    }

    /// <summary>Waits until all have ended.</summary>
    public async Task WaitForEndAsync()
    {
        while (!_running.IsEmpty)
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task RunAsync(ActivityAttempt attempt)
    {
        try
        {
            await attempt.RunAsync();
        }
        catch (Exception e)
        {
            _logger.LogError(e, "Activity could not be answered for; the server repeats it after its timeout");
        }
    }

    private async Task CancelAfterGraceAsync()
    {
        await Task.Delay(context.Options.GracefulShutdownTimeout, context.Time);

        // Tasks that were polled just before may still begin.
        while (!_running.IsEmpty)
        {
            foreach (var attempt in _running.Keys)
            {
                attempt.Cancel(ActivityCancelReason.WorkerShutdown);
            }

            await Task.WhenAny(Task.WhenAll(_running.Values), Task.Delay(TimeSpan.FromMilliseconds(100), context.Time));
        }
    }
}
