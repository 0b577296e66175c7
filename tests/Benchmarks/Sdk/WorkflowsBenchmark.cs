using System.Diagnostics;
using Temporalio.Client;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Workflows a second from start to completion, and what our worker allocates for a workflow task.</summary>
internal sealed class WorkflowsBenchmark : IBenchmark
{
    private const int WarmUp = 8000, Runs = 10_000, AtOnce = 64;

    public string Name => "sdk-workflows";

    public string Suite => "sdk";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        double allocated = 0;
        var (ours, theirs) = await SdkComparison.RunAsync(checkout, async (client, worker, queue) =>
        {
            await RunAsync(client, queue, "warm-up", WarmUp, cancellation);
            var before = allocated == 0 ? await worker.AllocatedAsync() : 0;
            var begun = Stopwatch.GetTimestamp();
            await RunAsync(client, queue, "run", Runs, cancellation);
            var rate = Runs / Stopwatch.GetElapsedTime(begun).TotalSeconds;

            // Each of these runs is one task. The first worker measured is ours.
            if (allocated == 0) allocated = (double)(await worker.AllocatedAsync() - before) / Runs;
            return rate;
        }, cancellation);
        return
        [
            SdkComparison.Rate(Name, ours, theirs, "workflow starts to completion/s"),
            new("sdk-allocation", allocated / 1024, 0, 0, "KiB allocated by our worker for a workflow task, polls and answers included"),
        ];
    }

    private static Task RunAsync(TemporalClient client, string queue, string prefix, int count, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (number, _) => await client.ExecuteWorkflowAsync(nameof(BenchNothing), [], new($"{prefix}-{number}", queue)));
}
