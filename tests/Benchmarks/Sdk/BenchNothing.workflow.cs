using Temporalio.Activities;
using Temporalio.Workflows;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Does nothing.</summary>
[Workflow]
internal sealed class BenchNothing
{
    [Activity("noop")]
    public static void Noop()
    {
    }

    [WorkflowRun]
    public Task RunAsync() => Task.CompletedTask;
}
