using Temporalio.Workflows;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Runs activities that do nothing, some at a time.</summary>
[Workflow]
internal sealed class BenchActivities
{
    private static readonly ActivityOptions Options = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    [WorkflowRun]
    public async Task RunAsync(int count, int atOnce)
    {
        var left = count;
        await Workflow.WhenAllAsync(Enumerable.Range(0, Math.Min(count, atOnce)).Select(_ => LaneAsync()));

        async Task LaneAsync()
        {
            while (left-- > 0) await Workflow.ExecuteActivityAsync(() => BenchNothing.Noop(), Options);
        }
    }
}
