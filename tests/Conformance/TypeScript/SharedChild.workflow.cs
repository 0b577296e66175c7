using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>The same as the TypeScript workflow of this name.</summary>
[Workflow]
internal sealed class SharedChild
{
    [WorkflowRun]
    public async Task<string> RunAsync(SharedText input) => string.Join('+', Enumerable.Repeat(input.Text, input.Times));
}
