using Microsoft.Extensions.Logging;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Tasks;

/// <summary>One poll after the other, each with a slot for the task that it may bring.</summary>
/// <typeparam name="T">Task.</typeparam>
/// <param name="slots">Slots.</param>
/// <param name="poll">Polls once; null if there was no task.</param>
/// <param name="handle">Handles a task; must not throw.</param>
/// <param name="time">Clock of the waits after failures.</param>
/// <param name="logger">Logger.</param>
internal sealed class PollLoop<T>(
    SemaphoreSlim slots, Func<CancellationToken, Task<T?>> poll, Func<T, Task> handle, TimeProvider time, ILogger logger)
    where T : class
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);

    /// <summary>Polls until told to stop, then waits for the tasks in hand.</summary>
    /// <exception cref="RpcException">A poll failed in a way that repeating does not cure.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var inHand = new HashSet<Task>();
        try
        {
            var failures = 0;
            while (!cancellationToken.IsCancellationRequested)
            {
                await slots.WaitAsync(cancellationToken);
                var task = await TryPollAsync(cancellationToken);
                if (task.IsFailure)
                {
                    slots.Release();
                    await Task.Delay(Backoff(failures++), time, cancellationToken);
                    continue;
                }

                failures = 0;
                inHand.RemoveWhere(t => t.IsCompleted);
                if (task.Value == null)
                {
                    slots.Release();
                }
                else
                {
                    inHand.Add(HandleAsync(task.Value));
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogTrace("Poll ended by shutdown");
        }
        finally
        {
            await Task.WhenAll(inHand);
        }
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

    private async Task<(T? Value, bool IsFailure)> TryPollAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await poll(cancellationToken), false);
        }
        catch (RpcException e) when (!cancellationToken.IsCancellationRequested && !IsFatal(e))
        {
            logger.LogWarning(e, "Poll failed, trying again");
            return (null, true);
        }
        catch (RpcException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch
        {
            slots.Release();
            throw;
        }
    }

    private async Task HandleAsync(T task)
    {
        try
        {
            // The next poll must not wait for this task.
            await Task.Yield();
            await handle(task);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Task could not be handled; the server gives it to a worker again after its timeout");
        }
        finally
        {
            slots.Release();
        }
    }
}
