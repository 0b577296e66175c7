using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.WorkflowService.V1;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs activity tasks, and ends them when the worker stops.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Activity types.</param>
internal sealed class ActivityExecutor(WorkerContext context, WorkerRegistry<ActivityDefinition> activities)
{
    private readonly CancellationTokenSource _shutdown = new();
    private readonly ConcurrentDictionary<ActivityAttempt, Task> _running = new();
    private readonly ActivityReplies _replies = new(context);
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Whether there are no activities.</summary>
    public bool IsEmpty => activities.IsEmpty;

    /// <summary>Begins a task; it goes on when polling ends.</summary>
    /// <returns>Completes when the task has ended.</returns>
    public Task RunAsync(PollActivityTaskQueueResponse task)
    {
        var attempt = new ActivityAttempt(context, activities, _replies, task, _shutdown.Token);
        var running = RunAsync(attempt);
        _running[attempt] = running;
        _ = running.ContinueWith(
            _ => _running.TryRemove(attempt, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return running;
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
