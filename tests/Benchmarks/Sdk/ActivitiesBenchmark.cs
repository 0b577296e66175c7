using System.Diagnostics;
using Temporalio.Client;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Activities a second through one worker, that do nothing.</summary>
internal sealed class ActivitiesBenchmark : IBenchmark
{
    private const int Workflows = 20, ActivitiesOfEach = 1000, AtOnce = 25, WarmUp = 500;

    public string Name => "sdk-activities";

    public string Suite => "sdk";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var (ours, theirs) = await SdkComparison.RunAsync(checkout, async (client, _, queue) =>
        {
            await RunAsync(client, queue, "warm-up", WarmUp);
            var begun = Stopwatch.GetTimestamp();
            await RunAsync(client, queue, "run", ActivitiesOfEach);
            return Workflows * ActivitiesOfEach / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }, cancellation);
        return [SdkComparison.Rate(Name, ours, theirs, "no-op activities/s through one worker")];
    }

    private static Task RunAsync(TemporalClient client, string queue, string prefix, int count) => Task.WhenAll(
        Enumerable.Range(0, Workflows).Select(i => client.ExecuteWorkflowAsync(nameof(BenchActivities), [count, AtOnce], new($"{prefix}-{i}", queue))));
}
