using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Returns a text of a size.</summary>
[Workflow]
public class LargeResult
{
    [WorkflowRun]
    public Task<string> RunAsync(int size) => Task.FromResult(new string('x', size));
}
