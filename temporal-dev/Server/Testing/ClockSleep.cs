using Gauntlet.Temporal.Server.Time;

namespace Gauntlet.Temporal.Server.Testing;

/// <summary>Sleeping on a clock, with an action at the very instant of waking.</summary>
internal static class ClockSleep
{
    /// <summary>Completes when the clock has passed the duration. The timer is set before this returns.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="duration">How long; zero or more.</param>
    /// <param name="atEnd">Runs once, before the clock can move on from the instant of waking, or when the sleep is given up.</param>
    /// <param name="cancellation">Gives the sleep up.</param>
    /// <exception cref="OperationCanceledException">The sleep was given up.</exception>
    public static async Task SleepAsync(this VirtualClock clock, TimeSpan duration, Action atEnd, CancellationToken cancellation)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ends = 0;
        bool IsFirst() => Interlocked.Increment(ref ends) == 1;

        await using var timer = clock.CreateTimer(
            _ =>
            {
                if (!IsFirst()) return;
                atEnd();
                end.SetResult();
            },
            null,
            duration,
            Timeout.InfiniteTimeSpan);
        await using var giveUp = cancellation.Register(() =>
        {
            if (!IsFirst()) return;
            atEnd();
            end.SetCanceled(cancellation);
        });
        await end.Task;
    }
}
