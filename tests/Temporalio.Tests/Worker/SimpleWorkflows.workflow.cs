using Temporalio.Activities;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

public static class GreetingActivities
{
    [Activity]
    public static string Greet(string name) => $"Hello, {name}!";

    [Activity]
    public static Task<int> CountAsync(string text) => Task.FromResult(text.Length);
}

[Workflow]
public class GreetingWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(string name)
    {
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(20));
        var options = new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(10), Summary = "Greets" };
        var greeting = await Workflow.ExecuteActivityAsync(() => GreetingActivities.Greet(name), options);
        var length = await Workflow.ExecuteActivityAsync(() => GreetingActivities.CountAsync(greeting), options);
        return $"{greeting} {length}";
    }
}
