namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Calls that fall due at a steady pace whether or not those before have been answered, each timed from when it was due: waiting for a caller counts.</summary>
/// <param name="call">The call, told its number from 0 on.</param>
/// <param name="perSecond">How many a second.</param>
/// <param name="span">For how long.</param>
internal sealed class PacedCalls(Func<int, Task> call, double perSecond, TimeSpan span)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // A number each, not a task each: a load that keeps what waits as objects measures its own garbage collections.
    private readonly TimeSpan[] _times = new TimeSpan[(int)(perSecond * span.TotalSeconds)];
    private readonly SemaphoreSlim _due = new(0);
    private long _begin;
    private int _next = -1;

    /// <summary>Makes them all.</summary>
    /// <returns>How long each took, in the order in which they were due.</returns>
    /// <exception cref="Exception">That of the first call that failed.</exception>
    public async Task<TimeSpan[]> RunAsync(CancellationToken cancellation)
    {
        _begin = TimeProvider.System.GetTimestamp();
        var callers = Enumerable.Range(0, Pressure.AtOnce).Select(_ => Task.Run(() => CallAsync(cancellation), cancellation)).ToArray();
        using var ticks = new PeriodicTimer(Tick, TimeProvider.System);
        for (var released = 0; released < _times.Length && await ticks.WaitForNextTickAsync(cancellation);)
        {
            var due = Math.Min(_times.Length, (int)(TimeProvider.System.GetElapsedTime(_begin).TotalSeconds * perSecond));
            if (due > released) _due.Release(due - released);
            released = due;
        }

        _due.Release(callers.Length);
        await Task.WhenAll(callers);
        return _times;
    }

    private async Task CallAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _due.WaitAsync(cancellation);
            var number = Interlocked.Increment(ref _next);
            if (number >= _times.Length) return;
            await call(number);
            _times[number] = TimeProvider.System.GetElapsedTime(_begin) - TimeSpan.FromSeconds(number / perSecond);
        }
    }
}
