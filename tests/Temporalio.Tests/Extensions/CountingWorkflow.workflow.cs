using Temporalio.Workflows;

namespace Temporalio.Tests.Extensions;

/// <summary>Counts before and after a timer.</summary>
[Workflow]
public class CountingWorkflow
{
    [WorkflowRun]
    public async Task RunAsync()
    {
        var counter = Workflow.MetricMeter.CreateCounter<long>("my-count");
        counter.Add(1);
        await Workflow.DelayAsync(1);
        counter.Add(2);
    }
}
