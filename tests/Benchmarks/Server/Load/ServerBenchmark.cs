namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>A rate that is measured on the embedded server and on Temporal's development server by the same client: in memory, then durable.</summary>
/// <param name="name">Name of the benchmark.</param>
/// <param name="unit">What is counted.</param>
/// <param name="peerOnFile">Whether the development server is measured on its file too. Where the load would take it too long to write, ours on PostgreSQL
/// stands beside the development server in memory, which is the faster.</param>
internal abstract class ServerBenchmark(string name, string unit, bool peerOnFile = true) : IBenchmark
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Suite => "server";

    /// <summary>Measures one after the other, each alone on the machine. Where PostgreSQL is not installed, in memory alone.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        var ours = await OneAsync(await OurServer.StartAsync(), cancellation);
        var theirs = await OneAsync(await DevelopmentServer.StartAsync(checkout, cancellation), cancellation);
        var result = new BenchmarkResult(Name, ours, theirs, ours / theirs, $"{unit}, in memory");
        if (await DurableServers.OpenAsync(cancellation) is not { } servers) return [result];
        await using (servers)
        {
            ours = await OneAsync(await servers.OursAsync(cancellation), cancellation);
            if (peerOnFile) theirs = await OneAsync(await servers.TheirsAsync(checkout, cancellation), cancellation);
            return [result, new($"{Name} durable", ours, theirs, ours / theirs, $"{unit}, on PostgreSQL and {(peerOnFile ? "on the other's file" : "with the other in memory")}")];
        }
    }

    /// <summary>Measures one server; more is better.</summary>
    protected abstract Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation);

    private async Task<double> OneAsync(IServerProcess server, CancellationToken cancellation)
    {
        await using (server)
        {
            using var client = new LoadClient(server.Address);
            return await MeasureAsync(client, cancellation);
        }
    }
}
