using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>How long signals take while half as many come as the server can take: the 99th percentile, counted from when each was due.</summary>
internal sealed class SignalLatencyBenchmark : IBenchmark
{
    private const int Runs = 1000;
    private const double LongestMilliseconds = 20, Percentile = 0.99;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "signal-latency";

    /// <inheritdoc/>
    public string Suite => "server";

    /// <summary>Measures ours alone, beside the limit.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> RunAsync(string checkout, CancellationToken cancellation)
    {
        await using var server = await OurServer.StartAsync();
        using var client = new LoadClient(server.Address);
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", "Nothing", cancellation), cancellation);
        var most = await Pressure.RateAsync(number => client.SignalAsync($"run-{number % Runs}", cancellation));
        var times = await new PacedCalls(number => client.SignalAsync($"run-{number % Runs}", cancellation), most / 2, Span).RunAsync(cancellation);
        Array.Sort(times);
        var slow = times[(int)(times.Length * Percentile)].TotalMilliseconds;
        return [OpenRunsBenchmark.Limit(Name, slow, LongestMilliseconds, $"ms, 99th percentile of a signal at {most / 2:N0}/s")];
    }
}
