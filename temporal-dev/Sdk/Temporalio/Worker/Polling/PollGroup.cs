using Microsoft.Extensions.Logging;
using Temporalio.Exceptions;
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Polling;

/// <summary>Polls of one task queue: as many at a time as the scale says, each with a slot for the task that it may bring.</summary>
/// <typeparam name="T">Task.</typeparam>
/// <param name="slots">Slots.</param>
/// <param name="isSticky">Whether the queue is the worker's own.</param>
/// <param name="scale">How many polls to keep open.</param>
/// <param name="before">Waits until a poll may begin.</param>
/// <param name="poll">Polls once.</param>
/// <param name="handle">Handles a task with its slot, which is given back when it has ended; must not throw.</param>
/// <param name="metrics">Metrics.</param>
/// <param name="time">Clock of the waits after failures.</param>
/// <param name="logger">Logger.</param>
internal sealed class PollGroup<T>(
    TaskSlots slots,
    bool isSticky,
    PollerScale scale,
    Func<CancellationToken, Task> before,
    Func<CancellationToken, Task<Polled<T>>> poll,
    Func<T, Slot, Task> handle,
    PollMetrics metrics,
    TimeProvider time,
    ILogger logger) : IPollGroup
    where T : class
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly TasksInHand _tasks = new();
    private readonly TasksInHand _loops = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;

    /// <inheritdoc/>
    public Task Ending => _ending.Task;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        Fill(stop, abandon);
        await using var stopped = stop.Register(() => _ending.TrySetResult());
        await _ending.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _loops.WaitAsync();
        await _tasks.WaitAsync();
    }

    private static TimeSpan Backoff(int failures)
    {
        var wait = FirstBackoff * Math.Pow(2, Math.Min(failures, 10));
        return wait < LongestBackoff ? wait : LongestBackoff;
    }

    private static bool IsFatal(RpcException e) => e.Code is
        RpcException.StatusCode.InvalidArgument or
        RpcException.StatusCode.NotFound or
        RpcException.StatusCode.PermissionDenied or
        RpcException.StatusCode.Unauthenticated or
        RpcException.StatusCode.FailedPrecondition or
        RpcException.StatusCode.Unimplemented;

    // Starts the loops that are missing.
    private void Fill(CancellationToken stop, CancellationToken abandon)
    {
        lock (_gate)
        {
            while (_open < scale.Target && !_ending.Task.IsCompleted)
            {
                _open++;
                _loops.Begin();
                _ = LoopAsync(stop, abandon);
            }

            metrics.Open(_open);
        }
    }

    private bool TryLeave()
    {
        lock (_gate)
        {
            if (_open <= scale.Target)
            {
                return false;
            }

            metrics.Open(--_open);
            return true;
        }
    }

    private async Task LoopAsync(CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            await Task.Yield();
            var failures = 0;
            while (!stop.IsCancellationRequested && !TryLeave())
            {
                failures = await HasPolledAsync(stop, abandon) ? 0 : failures + 1;
                if (failures > 0)
                {
                    await Task.Delay(Backoff(failures - 1), time, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            logger.LogTrace("Poll ended by shutdown");
        }
        catch (Exception e)
        {
            _ending.TrySetException(e);
        }
        finally
        {
            _loops.End();
        }
    }

    // False for a poll that failed and is worth repeating.
    private async Task<bool> HasPolledAsync(CancellationToken stop, CancellationToken abandon)
    {
        var slot = await slots.ReserveAsync(isSticky, stop);
        T? task = null;
        try
        {
            await before(stop);
            stop.ThrowIfCancellationRequested();
            var polled = await poll(abandon);
            task = polled.Task;
            metrics.Ended(task != null);
            Scale(s => s.Ended(task != null, polled.Delta), stop, abandon);
        }
        catch (RpcException e) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, stop);
        }
        catch (RpcException e) when (!IsFatal(e))
        {
            logger.LogWarning(e, "Poll failed, trying again");
            Scale(s => s.Failed(e.Code == RpcException.StatusCode.ResourceExhausted), stop, abandon);
            return false;
        }
        finally
        {
            if (task == null)
            {
                slot.Dispose();
            }
        }

        if (task != null)
        {
            _tasks.Begin();

            // The next poll must not wait for this task.
            ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Group.HandleAsync(work.Task, work.Slot), (Group: this, Task: task, Slot: slot), preferLocal: true);
        }

        return true;
    }

    private void Scale(Action<PollerScale> change, CancellationToken stop, CancellationToken abandon)
    {
        lock (_gate)
        {
            change(scale);
        }

        Fill(stop, abandon);
    }

    private async Task HandleAsync(T task, Slot slot)
    {
        try
        {
            await handle(task, slot);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Task could not be handled; the server gives it to a worker again after its timeout");
        }
        finally
        {
            slot.Dispose();
            _tasks.End();
        }
    }
}
