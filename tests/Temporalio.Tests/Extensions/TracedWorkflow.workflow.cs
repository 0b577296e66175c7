using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Extensions;

/// <summary>Does once all that has spans.</summary>
[Workflow]
public class TracedWorkflow
{
    private bool _finished;

    [WorkflowQuery]
    public bool Finished => _finished;

    [WorkflowRun]
    public async Task<string> RunAsync(string name)
    {
        var greeting = await Workflow.ExecuteActivityAsync(
            () => TracedActivities.Greet(name), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
        await Workflow.ExecuteLocalActivityAsync(
            () => TracedActivities.Greet(name), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
        await Workflow.ExecuteChildWorkflowAsync((TracedChild wf) => wf.RunAsync(Workflow.Info.WorkflowId));
        await Workflow.WaitConditionAsync(() => _finished);
        return greeting;
    }

    [WorkflowSignal]
    public Task FromChildAsync() => Task.CompletedTask;

    [WorkflowSignal]
    public Task FinishAsync()
    {
        _finished = true;
        return Task.CompletedTask;
    }

    [WorkflowUpdateValidator(nameof(DoubleAsync))]
    public void ValidateDouble(int value) => ArgumentOutOfRangeException.ThrowIfNegative(value);

    [WorkflowUpdate]
    public Task<int> DoubleAsync(int value) => Task.FromResult(value * 2);
}

/// <summary>Signals its parent.</summary>
[Workflow]
public class TracedChild
{
    [WorkflowRun]
    public Task RunAsync(string parent) =>
        Workflow.GetExternalWorkflowHandle<TracedWorkflow>(parent).SignalAsync(wf => wf.FromChildAsync());
}

/// <summary>Goes on as a new run once, then fails.</summary>
[Workflow]
public class TracedFailure
{
    [WorkflowRun]
    public Task RunAsync(bool first) => first
        ? throw Workflow.CreateContinueAsNewException((TracedFailure wf) => wf.RunAsync(false))
        : throw new ApplicationFailureException("no more");
}

/// <summary>Fails its first workflow task.</summary>
[Workflow]
public class TracedTaskFailure
{
    public static bool Broken { get; set; }

    [WorkflowRun]
    public Task RunAsync() => Broken ? throw new InvalidOperationException("broken") : Task.CompletedTask;
}
