using Temporalio.Client;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Memory of a worker that keeps 10,000 runs which wait for a signal.</summary>
internal sealed class IdleBenchmark : IBenchmark
{
    private const int Runs = 10_000, RunsOfTheirs = 1000, AtOnce = 64;
    private const double Mebi = 1024 * 1024;

    public string Name => "sdk-idle";

    public string Suite => "sdk";

    /// <summary>Theirs is measured with a tenth of the runs, and what those added is taken ten times: each has a JavaScript context of its own.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var isOurs = true;
        var (ours, theirs) = await SdkComparison.RunAsync(checkout, async (client, worker, queue) =>
        {
            var runs = isOurs ? Runs : RunsOfTheirs;
            isOurs = false;
            var before = await worker.MemoryAsync();
            await StartAsync(client, queue, runs, cancellation);
            var after = await worker.MemoryAsync();
            return (before + ((double)(after - before) * Runs / runs)) / Mebi;
        }, cancellation);
        return [SdkComparison.Cost(Name, ours, theirs, "MiB of a worker with 10,000 idle runs cached")];
    }

    private static Task StartAsync(TemporalClient client, string queue, int count, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (number, token) =>
        {
            var handle = await client.StartWorkflowAsync(nameof(BenchIdle), [], new($"idle-{number}", queue));

            // Idle from its first task's completion on.
            await foreach (var recorded in handle.FetchHistoryEventsAsync(new() { WaitNewEvent = true }).WithCancellation(token))
                if (recorded.EventType == Temporalio.Api.Enums.V1.EventType.WorkflowTaskCompleted) return;
        });
}
