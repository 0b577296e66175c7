using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>What many open runs cost: signals a second while a thousand, ten thousand and a hundred thousand wait on a timer, and the memory of the last.</summary>
internal sealed class OpenRunsBenchmark : IBenchmark
{
    private const string Queue = "Open";
    private const double Gibi = 1024.0 * 1024 * 1024, MostMemory = 2;
    private static readonly int[] Steps = [1000, 10_000, 100_000];

    /// <inheritdoc/>
    public string Name => "open-runs";

    /// <inheritdoc/>
    public string Suite => "server";

    /// <summary>Measures ours alone: the rates beside that with the fewest runs, the memory beside its limit.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        await using var server = await OurServer.StartAsync();
        using var client = new LoadClient(server.Address);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var open = 0;
        var work = Pressure.UntilAsync(Pressure.AtOnce, token => WaitAsync(client, () => Interlocked.Increment(ref open), token), end.Token);

        var results = new List<BenchmarkResult>();
        for (int step = 0, started = 0; step < Steps.Length; step++)
        {
            var (first, runs) = (started, Steps[step]);
            await Pressure.EachAsync(runs - first, number => client.StartAsync($"run-{first + number}", Queue, cancellation), cancellation);
            started = runs;
            while (open < runs) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
            if (runs == Steps[^1]) results.Add(Limit("open-runs memory", await server.MemoryAsync() / Gibi, MostMemory, $"GiB with {runs:N0} open runs, each on a timer"));

            // Once for the warm-up of the first step, which otherwise pays for all.
            if (step == 0) await Pressure.RateAsync(number => client.SignalAsync($"run-{number % runs}", cancellation));
            var rate = await Pressure.RateAsync(number => client.SignalAsync($"run-{number * 7919L % runs}", cancellation));
            var fewest = results.Find(static result => result.Name.StartsWith("open-runs signals", StringComparison.Ordinal))?.Value ?? rate;
            results.Add(new($"open-runs signals {runs:N0}", rate, fewest, rate / fewest, $"signals/s, answered by a worker, with {runs:N0} open runs"));
        }

        await end.CancelAsync();
        await work;
        return results;
    }

    /// <summary>A figure that must not be above a limit, which stands as its baseline: the ratio says how far it is below.</summary>
    public static BenchmarkResult Limit(string name, double value, double limit, string unit) => new(name, value, limit, limit / value, $"{unit} (baseline: the limit)");

    // The first task starts the timer, those of signals start nothing.
    private static async Task WaitAsync(LoadClient client, Action opened, CancellationToken cancellation)
    {
        var task = await client.PollAsync(Queue, sticky: false, cancellation);
        if (task.TaskToken.IsEmpty) return;
        await client.CompleteAsync(task, LoadClient.Timer($"{task.StartedEventId}", TimeSpan.FromDays(1)), stickyTo: null, cancellation);
        if (task.PreviousStartedEventId == 0) opened();
    }
}
