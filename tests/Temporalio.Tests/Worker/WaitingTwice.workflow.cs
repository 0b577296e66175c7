using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Waits for an hour and for its end, at two places.</summary>
[Workflow]
public class WaitingTwice
{
    private bool _ended;

    [WorkflowRun]
    public async Task RunAsync() => await Workflow.WhenAnyAsync(SleepAsync(), Workflow.WaitConditionAsync(() => _ended));

    [WorkflowSignal]
    public async Task EndAsync() => _ended = true;

    private static async Task SleepAsync() => await Workflow.DelayAsync(TimeSpan.FromHours(1));
}
