using Temporalio.Activities;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Metrics;

[Workflow]
public class Greeting
{
    [Activity]
    public static string Greet(string name) => $"Hello, {name}!";

    [WorkflowRun]
    public Task<string> RunAsync(string name) =>
        Workflow.ExecuteActivityAsync(() => Greet(name), new() { ScheduleToCloseTimeout = TimeSpan.FromMinutes(1) });
}
