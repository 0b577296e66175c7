using System.Diagnostics;
using Gauntlet.TypeScript;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Worker;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Time to replay a history of 10,000 events: activities one after the other, six events each.</summary>
internal sealed class ReplayBenchmark : IBenchmark
{
    private const int Activities = 1666, Rounds = 15;

    public string Name => "sdk-replay";

    public string Suite => "sdk";

    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        WorkflowHistory? history = null;
        await SdkComparison.OursAsync(async (client, _, queue) =>
        {
            var handle = await client.StartWorkflowAsync(nameof(BenchActivities), [Activities, 1], new("replay", queue));
            await handle.GetResultAsync();
            history = await handle.FetchHistoryAsync();
            return 0;
        }, cancellation);
        var ours = await OursAsync(history!);
        return [SdkComparison.Cost(Name, ours, await TheirsAsync(checkout, history!), $"ms to replay {history!.Events.Count:N0} events")];
    }

    private static async Task<double> OursAsync(WorkflowHistory history)
    {
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<BenchActivities>());
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await replayer.ReplayWorkflowAsync(history);
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return best;
    }

    private static async Task<double?> TheirsAsync(string checkout, WorkflowHistory history)
    {
        var (sdk, _) = await TypeScriptSdk.InstallAsync(checkout);
        if (sdk is null) return null;
        var file = Path.Combine(sdk.Folder, $"replay-{Environment.ProcessId}.json");
        try
        {
            await File.WriteAllTextAsync(file, history.ToJson());
            var (_, milliseconds, said) = (await sdk.ReplayAsync([file], Rounds))[0];
            return said == "ok" ? milliseconds : throw new InvalidOperationException($"The TypeScript SDK does not replay it: {said}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
