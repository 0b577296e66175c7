using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Adds what is more than nothing.</summary>
[Workflow]
public class RefusingWorkflow
{
    private int _sum;
    private bool _ended;

    [WorkflowRun]
    public async Task<int> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _ended);
        return _sum;
    }

    [WorkflowSignal]
    public async Task EndAsync() => _ended = true;

    [WorkflowUpdate]
    public async Task<int> AddAsync(int number) => _sum += number;

    [WorkflowUpdateValidator(nameof(AddAsync))]
    public void ValidateAdd(int number)
    {
        if (number < 0)
        {
            throw new ArgumentException("less than nothing");
        }
    }
}
