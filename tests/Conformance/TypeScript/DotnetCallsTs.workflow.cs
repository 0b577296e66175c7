using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>Calls an activity and a child of the TypeScript worker.</summary>
[Workflow]
internal sealed class DotnetCallsTs
{
    [WorkflowRun]
    public async Task<string> RunAsync(OtherSide other)
    {
        var greeting = await Workflow.ExecuteActivityAsync<string>(
            "TsGreet", [other.Who], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1), TaskQueue = other.ActivityQueue });
        var child = await Workflow.ExecuteChildWorkflowAsync<string>("TsChild", [new SharedText(greeting, 2)], new() { TaskQueue = other.WorkflowQueue });
        return $"dotnet({child})";
    }
}

/// <summary>A child that the TypeScript worker calls.</summary>
[Workflow]
internal sealed class DotnetChild
{
    [WorkflowRun]
    public async Task<string> RunAsync(SharedText input) => string.Join('&', Enumerable.Repeat(input.Text, input.Times));
}
