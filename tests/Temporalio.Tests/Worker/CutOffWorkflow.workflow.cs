using Microsoft.Extensions.Logging;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Has handlers that wait for a word, and ends as it is told.</summary>
[Workflow]
public class CutOffWorkflow
{
    private string? _end;

    [WorkflowRun]
    public async Task RunAsync()
    {
        Workflow.Logger.LogInformation("main");
        await Workflow.WaitConditionAsync(() => _end != null);
        if (_end == "fail")
        {
            throw new ApplicationFailureException("as told");
        }

        if (_end == "wait")
        {
            await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        }
    }

    [WorkflowSignal]
    public async Task EndAsync(string end) => _end = end;

    [WorkflowSignal]
    public Task SignalAsync() => WaitAsync();

    [WorkflowSignal(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task AbandonedSignalAsync() => WaitAsync();

    [WorkflowUpdate]
    public Task UpdateAsync()
    {
        Workflow.Logger.LogInformation("update");
        return WaitAsync();
    }

    [WorkflowUpdateValidator(nameof(UpdateAsync))]
    public void ValidateUpdate() => Workflow.Logger.LogInformation("validator");

    [WorkflowUpdate(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task AbandonedUpdateAsync() => WaitAsync();

    private Task WaitAsync() => Workflow.WaitConditionAsync(() => _end == "wait", CancellationToken.None);
}
