using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Has updates that go wrong in each way.</summary>
[Workflow]
public class FailingUpdates
{
    private bool _ended;

    [WorkflowRun]
    public Task RunAsync() => Workflow.WaitConditionAsync(() => _ended);

    [WorkflowUpdate]
    public async Task<string> EndAsync()
    {
        _ended = true;
        return "ended";
    }

    [WorkflowUpdate]
    public async Task<object> FailAsync(string how)
    {
        switch (how)
        {
            case "plain later":
                await Workflow.DelayAsync(1);
                break;
            case "unconvertible":
                return (Action)(() => { });
            case "continue":
                throw Workflow.CreateContinueAsNewException((FailingUpdates wf) => wf.RunAsync());
        }

        throw new InvalidOperationException("not ready");
    }
}
