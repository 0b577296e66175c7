using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>Fails for good by exceptions that it lists.</summary>
[Workflow(FailureExceptionTypes = [typeof(ArgumentException)])]
internal sealed class ListedFailureWorkflow
{
    [WorkflowRun]
    public async Task<string> RunAsync(string what) => what switch
    {
        "listed" => throw new ArgumentException("listed"),
        "subtype" => throw new ArgumentOutOfRangeException(null, "subtype"),
        _ => throw new InvalidOperationException("other"),
    };
}
