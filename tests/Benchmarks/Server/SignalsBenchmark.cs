using Gauntlet.Benchmarks.Server.Load;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Signals a second, over a thousand open runs.</summary>
internal sealed class SignalsBenchmark() : ServerBenchmark("signals", "signals/s over 1,000 open runs")
{
    private const int Runs = 1000;

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        await Pressure.EachAsync(Runs, number => client.StartAsync($"run-{number}", "Nothing", cancellation), cancellation);
        return await Pressure.RateAsync(number => client.SignalAsync($"run-{number % Runs}", cancellation));
    }
}
