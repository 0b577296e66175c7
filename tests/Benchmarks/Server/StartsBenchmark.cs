using System.Diagnostics;
using Gauntlet.Temporal.Server;
using Temporalio.Client;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Workflow starts a second of the embedded server, against Temporal's own development server on the same machine.</summary>
internal sealed class StartsBenchmark : IBenchmark
{
    private const int WarmUp = 200;
    private const int Starts = 2000;
    private const int AtOnce = 32;

    public string Name => "starts";

    public string Suite => "server";

    /// <summary>Measures one after the other, each by the same client.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        double ours, theirs;
        await using (var server = await EmbeddedServer.StartAsync(new(), cancellation)) ours = await StartsPerSecondAsync(server.Address, cancellation);
        await using (var server = await DevelopmentServer.StartAsync(checkout, cancellation)) theirs = await StartsPerSecondAsync(server.Address, cancellation);
        return [new(Name, ours, theirs, ours / theirs, "workflow starts/s")];
    }

    private static async Task<double> StartsPerSecondAsync(string address, CancellationToken cancellation)
    {
        var client = await TemporalClient.ConnectAsync(new(address));
        await StartAsync(client, "warm-up", WarmUp, cancellation);
        var watch = Stopwatch.GetTimestamp();
        await StartAsync(client, "start", Starts, cancellation);
        return Starts / Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    private static Task StartAsync(TemporalClient client, string prefix, int count, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (number, token) => await client.StartWorkflowAsync("Nothing", [], new($"{prefix}-{number}", "nobody") { Rpc = new() { CancellationToken = token } }));
}
