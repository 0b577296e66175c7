using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Runs an activity that beats; three attempts at most.</summary>
[Workflow]
public class SlowActivity
{
    [WorkflowRun]
    public Task<string> RunAsync() => Workflow.ExecuteActivityAsync<string>(
        "Slow",
        [],
        new()
        {
            ActivityId = "slow",
            StartToCloseTimeout = TimeSpan.FromSeconds(60),
            HeartbeatTimeout = TimeSpan.FromSeconds(15),
            RetryPolicy = new() { MaximumAttempts = 3, InitialInterval = TimeSpan.FromMilliseconds(10) },
        });
}
