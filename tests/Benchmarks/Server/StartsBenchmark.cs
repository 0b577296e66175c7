using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Workflow starts a second.</summary>
internal sealed class StartsBenchmark() : ServerBenchmark("starts", "workflow starts/s")
{
    /// <inheritdoc/>
    protected override Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation) =>
        Pressure.RateAsync(number => client.StartAsync($"start-{number}", "Nothing", cancellation));
}
