using Temporalio.Workflows;

namespace Temporalio.Worker.Instances;

/// <summary>Conditions that code waits for, looked at whenever nothing else is left to run.</summary>
/// <param name="instance">The run.</param>
internal sealed class WaitConditions(WorkflowInstance instance)
{
    private readonly LinkedList<(Func<bool> Check, TaskCompletionSource Source)> _waiting = new();

    /// <summary>Releases the first waiter, in the order of waiting, whose condition holds; or every one.</summary>
    /// <param name="isEvery">Whether every one.</param>
    /// <returns>Whether one was released.</returns>
    public bool Release(bool isEvery)
    {
        var isReleased = false;
        for (var node = _waiting.First; node != null; node = node.Next)
        {
            // A waiter that is already released or cancelled only has not yet removed itself.
            if (node.Value.Source.Task.IsCompleted)
            {
                continue;
            }

            try
            {
                if (!instance.Within(node.Value.Check))
                {
                    continue;
                }
            }
            catch (Exception e)
            {
                instance.Outcome.FailTask(e);
                return false;
            }

            isReleased |= node.Value.Source.TrySetResult();
            if (isReleased && !isEvery)
            {
                return true;
            }
        }

        return isReleased;
    }

    /// <summary>Waits until a condition holds.</summary>
    /// <returns>True, or false if the time ran out before.</returns>
    public Task<bool> WaitAsync(WaitConditionOptions options)
    {
        instance.Guard.RequireWritable("wait or schedule workflow work");
        var source = new TaskCompletionSource();
        var node = _waiting.AddLast((options.ConditionCheck, source));
        instance.Pending.Track(source.Task);
        var token = options.CancellationToken ?? instance.CancellationToken;
        return instance.Start(async () =>
        {
            try
            {
                using var registration = token.Register(() => source.TrySetCanceled(token));
                if (options.Timeout is not { } timeout || timeout == Timeout.InfiniteTimeSpan)
                {
                    await source.Task;
                    return true;
                }

                return await WaitAsync(source.Task, timeout, options.TimeoutSummary ?? "WaitConditionAsync");
            }
            finally
            {
                _waiting.Remove(node);
            }
        });
    }

    private async Task<bool> WaitAsync(Task condition, TimeSpan timeout, string summary)
    {
        using var stopTimer = new CancellationTokenSource();
        var timer = instance.Outbound.DelayAsync(new(timeout, stopTimer.Token, summary));
        if (await Task.WhenAny(condition, timer) == condition)
        {
            // Not CancelAsync, which leaves the workflow's thread.
            stopTimer.Cancel();
            await condition;
            return true;
        }

        // A timer that cannot even be started says so.
        await timer;
        return false;
    }
}
