using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Runs an activity, twice if need be.</summary>
[Workflow]
public class LargeActivity
{
    [WorkflowRun]
    public Task RunAsync() => Workflow.ExecuteActivityAsync(
        "Large",
        [],
        new() { StartToCloseTimeout = TimeSpan.FromSeconds(20), RetryPolicy = new() { MaximumAttempts = 2, InitialInterval = TimeSpan.FromMilliseconds(10) } });
}
