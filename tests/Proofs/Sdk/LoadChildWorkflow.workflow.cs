using Temporalio.Workflows;

namespace Gauntlet.Proofs.Sdk;

/// <summary>A child that sleeps a little.</summary>
[Workflow]
internal sealed class LoadChildWorkflow
{
    [WorkflowRun]
    public async Task<int> RunAsync(int number)
    {
        await Workflow.DelayAsync(10);
        MaybeKill.Now();
        return number;
    }
}
