using Gauntlet.Benchmarks.Server.Load;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Benchmarks.Server;

/// <summary>Whole histories read a second.</summary>
internal sealed class HistoryReadsBenchmark() : ServerBenchmark("history-reads", "histories of 200 events read/s")
{
    private const int Runs = 64, Signals = 198;

    /// <inheritdoc/>
    protected override async Task<double> MeasureAsync(LoadClient client, CancellationToken cancellation)
    {
        await Pressure.EachAsync(Runs, async number =>
        {
            await client.StartAsync($"run-{number}", "Nothing", cancellation);
            for (var i = 0; i < Signals; i++) await client.SignalAsync($"run-{number}", cancellation);
        }, cancellation);
        return await Pressure.RateAsync(number => client.AskAsync(
            "GetWorkflowExecutionHistory", new GetWorkflowExecutionHistoryRequest { Namespace = LoadClient.Namespace, Execution = new() { WorkflowId = $"run-{number % Runs}" } }, cancellation));
    }
}
