using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Gauntlet.Conformance.Tests.TypeScript;

/// <summary>The same as the TypeScript workflow of this name.</summary>
[Workflow]
internal sealed class SharedCounter
{
    private int _sum;
    private bool _stopped;

    /// <summary>Begins at a number, before updates that come with the start are handled.</summary>
    [WorkflowInit]
    public SharedCounter(int start) => _sum = start;

    [WorkflowQuery]
    public int Total => _sum;

    [WorkflowRun]
    public async Task<int> RunAsync(int start)
    {
        await Workflow.WaitConditionAsync(() => _stopped);
        return _sum;
    }

    [WorkflowUpdate]
    public async Task<int> AddAsync(int number) => _sum += number;

    [WorkflowUpdateValidator(nameof(AddAsync))]
    public void ValidateAdd(int number)
    {
        if (number < 0) throw new ApplicationFailureException("negative", errorType: "Negative");
    }

    [WorkflowSignal]
    public async Task StopAsync() => _stopped = true;
}
