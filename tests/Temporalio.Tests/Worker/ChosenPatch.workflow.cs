using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Meets a patch before and after its first task.</summary>
[Workflow]
public class ChosenPatch
{
    /// <summary>The patch.</summary>
    public const string PatchId = "choice";

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        var first = Workflow.Patched(PatchId);
        await Workflow.DelayAsync(1);
        return $"{first} {Workflow.Patched(PatchId)}";
    }
}
