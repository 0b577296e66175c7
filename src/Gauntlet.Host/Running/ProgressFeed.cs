using Gauntlet.Contracts.Safety;

namespace Gauntlet.Host.Running;

/// <summary>Watches a run and shows how it goes, until it ends or an emergency stop is seen.</summary>
/// <param name="reader">Asks the workflows.</param>
/// <param name="clock">The clock.</param>
internal sealed class ProgressFeed(StatusReader reader, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Watches.</summary>
    /// <param name="workflowId">Id of the run's workflow.</param>
    /// <param name="view">Shows it.</param>
    /// <param name="ended">Done when the run has ended, in whatever way.</param>
    /// <param name="cancellation">Stops watching.</param>
    /// <returns>The latch that was found closed; null when the run ended without.</returns>
    public async Task<LatchState?> WatchAsync(string workflowId, IProgressView view, Task ended, CancellationToken cancellation)
    {
        while (!ended.IsCompleted)
        {
            var statuses = await reader.ReadTreeAsync(workflowId, cancellation);
            view.Show(statuses);
            if (statuses.FirstOrDefault(status => status.Status.Latch.Stopped) is { } stopped) return stopped.Status.Latch;
            await Task.WhenAny(ended, Task.Delay(Pause, clock, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        return null;
    }
}
