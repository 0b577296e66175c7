namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Calls made at a steady pace whether or not those before have been answered, each timed from when it was due.</summary>
/// <param name="call">The call, told its number from 0 on.</param>
/// <param name="perSecond">How many a second.</param>
/// <param name="span">For how long.</param>
internal sealed class PacedCalls(Func<int, Task> call, double perSecond, TimeSpan span)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // Places for all of them at once: a load that keeps a task a call would measure its own garbage collection.
    private readonly TimeSpan[] _times = new TimeSpan[(int)(perSecond * span.TotalSeconds)];
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _begin;
    private int _open;

    /// <summary>Makes them all.</summary>
    /// <returns>How long each took, in the order in which they were due.</returns>
    /// <exception cref="Exception">That of the first call that failed.</exception>
    public async Task<TimeSpan[]> RunAsync(CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        (_begin, _open) = (clock.GetTimestamp(), _times.Length);
        using var ticks = new PeriodicTimer(Tick, clock);
        for (var made = 0; made < _times.Length && await ticks.WaitForNextTickAsync(cancellation);)
        {
            var due = Math.Min(_times.Length, (int)(clock.GetElapsedTime(_begin).TotalSeconds * perSecond));
            while (made < due) _ = OneAsync(made++);
        }

        await _answered.Task.WaitAsync(cancellation);
        return _times;
    }

    private async Task OneAsync(int number)
    {
        try
        {
            await call(number);
            _times[number] = TimeProvider.System.GetElapsedTime(_begin) - TimeSpan.FromSeconds(number / perSecond);
            if (Interlocked.Decrement(ref _open) == 0) _answered.TrySetResult();
        }
        catch (Exception e)
        {
            // Whoever waits for all of them gets it.
            _answered.TrySetException(e);
        }
    }
}
