using System.Diagnostics;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Brings load about and measures what a server makes of it.</summary>
internal static class Pressure
{
    /// <summary>Callers at once where nothing else is said.</summary>
    public const int AtOnce = 64;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3), Span = TimeSpan.FromSeconds(5);

    /// <summary>Calls a second, after a warm-up: each caller calls again as soon as it has its answer.</summary>
    /// <param name="call">The call, told its number from 0 on.</param>
    public static async Task<double> RateAsync(Func<int, Task> call)
    {
        var next = -1;
        await ForAsync(WarmUp, () => call(Interlocked.Increment(ref next)));
        var before = next;
        var watch = Stopwatch.GetTimestamp();
        await ForAsync(Span, () => call(Interlocked.Increment(ref next)));
        return (next - before) / Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    /// <summary>Makes a number of calls, so many at once.</summary>
    public static Task EachAsync(int count, Func<int, Task> call, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (number, _) => await call(number));

    /// <summary>Repeats something side by side until the token is cancelled.</summary>
    public static Task UntilAsync(int atOnce, Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                try
                {
                    while (true) await work(cancellation);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    // The work is over.
                }
            },
            CancellationToken.None)));

    private static Task ForAsync(TimeSpan span, Func<Task> call)
    {
        var begin = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begin) < span) await call();
        })));
    }
}
