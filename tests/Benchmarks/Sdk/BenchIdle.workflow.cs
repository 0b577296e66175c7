using Temporalio.Workflows;

namespace Gauntlet.Benchmarks.Sdk;

/// <summary>Waits for a signal.</summary>
[Workflow]
internal sealed class BenchIdle
{
    private bool _released;

    [WorkflowRun]
    public Task RunAsync() => Workflow.WaitConditionAsync(() => _released);

    [WorkflowSignal]
    public Task GoAsync()
    {
        _released = true;
        return Task.CompletedTask;
    }
}
