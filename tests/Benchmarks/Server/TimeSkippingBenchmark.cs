using Gauntlet.Benchmarks.Server.Load;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Time that 10,000 hours take when they are skipped: one run starts a timer of an hour after the other.</summary>
internal sealed class TimeSkippingBenchmark : IBenchmark
{
    private const string Queue = "Hours";
    private const int Timers = 10_000, Pollers = 2;
    private const double LongestSeconds = 3;

    /// <inheritdoc/>
    public string Name => "time-skipping";

    /// <inheritdoc/>
    public string Suite => "server";

    /// <summary>Measures ours alone, beside the limit.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        await using var server = await OurServer.StartAsync(skipping: true);
        using var client = new LoadClient(server.Address);
        await SkipAsync(client, "warm-up", Timers / 5, cancellation);
        var watch = TimeProvider.System.GetTimestamp();
        await SkipAsync(client, "measured", Timers, cancellation);
        return [OpenRunsBenchmark.Limit(Name, TimeProvider.System.GetElapsedTime(watch).TotalSeconds, LongestSeconds, $"s for {Timers:N0} timers of an hour, one after the other")];
    }

    private static async Task SkipAsync(LoadClient client, string id, int timers, CancellationToken cancellation)
    {
        var fired = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = Task.WhenAll(new[] { false, true }.Select(sticky => Pressure.UntilAsync(Pollers, token => WorkAsync(client, sticky, token), end.Token)));
        await client.StartAsync(id, Queue, cancellation);
        await work;

        // As workers do, the next poll waits while a task is answered.
        async Task WorkAsync(LoadClient worker, bool sticky, CancellationToken token)
        {
            var task = await worker.PollAsync(Queue, sticky, token);
            if (task.TaskToken.IsEmpty) return;
            var count = Interlocked.Increment(ref fired);
            var isLast = count > timers;
            await worker.CompleteAsync(task, isLast ? Completion() : LoadClient.Timer($"{count}", TimeSpan.FromHours(1)), Queue, token);
            if (isLast) await end.CancelAsync();
        }
    }

    private static Command Completion() => new() { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new() };
}
