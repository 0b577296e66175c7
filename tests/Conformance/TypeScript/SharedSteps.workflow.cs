using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>The same steps as the TypeScript workflow of this name, so that either may go on where the other stopped.</summary>
[Workflow]
internal sealed class SharedSteps
{
    private static ActivityOptions Remote => new()
    {
        StartToCloseTimeout = TimeSpan.FromMinutes(1),
        RetryPolicy = new() { MaximumAttempts = 3, InitialInterval = TimeSpan.FromMilliseconds(10) },
    };

    [WorkflowRun]
    public async Task<string> RunAsync(SharedInput input)
    {
        var first = await Workflow.ExecuteActivityAsync(() => SharedActivities.Greet(input.Who), Remote);
        await Workflow.DelayAsync(10);
        var second = await Workflow.ExecuteLocalActivityAsync(() => SharedActivities.Local(first), new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        var failed = "nothing";
        try
        {
            await Workflow.ExecuteActivityAsync(() => SharedActivities.Fail(input.Who), Remote);
        }
        catch (ActivityFailureException e)
        {
            failed = e.InnerException!.Message;
        }

        var child = await Workflow.ExecuteChildWorkflowAsync(
            (SharedChild wf) => wf.RunAsync(new(second, 2)), new() { Id = $"{Workflow.Info.WorkflowId}/child" });
        return $"{child}|{failed}";
    }
}
