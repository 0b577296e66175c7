using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Histories.TypeScript;

/// <summary>What <c>SharedSteps</c> of the TypeScript worker does.</summary>
[Workflow("SharedSteps")]
public class SharedSteps
{
    [WorkflowRun]
    public async Task<string> RunAsync(Dictionary<string, string> input)
    {
        var options = new ActivityOptions
        {
            StartToCloseTimeout = TimeSpan.FromMinutes(1),
            RetryPolicy = new() { MaximumAttempts = 3, InitialInterval = TimeSpan.FromMilliseconds(10) },
        };
        var first = await Workflow.ExecuteActivityAsync<string>("SharedGreet", [input["who"]], options);
        await Workflow.DelayAsync(10);
        var second = await Workflow.ExecuteLocalActivityAsync<string>("SharedLocal", [first], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        string? failed = null;
        try
        {
            await Workflow.ExecuteActivityAsync("SharedFail", [input["who"]], options);
        }
        catch (ActivityFailureException e)
        {
            failed = e.InnerException?.Message;
        }

        var child = await Workflow.ExecuteChildWorkflowAsync<string>(
            "SharedChild",
            [new Dictionary<string, object>(StringComparer.Ordinal) { ["text"] = second, ["times"] = 2 }],
            new() { Id = $"{Workflow.Info.WorkflowId}/child" });
        return $"{child}|{failed}";
    }
}

/// <summary>What <c>SharedChild</c> of the TypeScript worker does.</summary>
[Workflow("SharedChild")]
public class SharedChild
{
    [WorkflowRun]
    public Task<string> RunAsync(Dictionary<string, object> input) =>
        Task.FromResult(string.Join('+', Enumerable.Repeat($"{input["text"]}", int.Parse($"{input["times"]}"))));
}

/// <summary>What <c>SharedCounter</c> of the TypeScript worker does.</summary>
[Workflow("SharedCounter")]
public class SharedCounter
{
    private int _sum;
    private bool _stopped;

    [WorkflowQuery("Total")]
    public int Total => _sum;

    [WorkflowRun]
    public async Task<int> RunAsync(int start)
    {
        _sum += start;
        await Workflow.WaitConditionAsync(() => _stopped);
        return _sum;
    }

    [WorkflowUpdateValidator(nameof(AddAsync))]
    public void ValidateAdd(int value)
    {
        if (value < 0)
        {
            throw new ApplicationFailureException("negative", "Negative");
        }
    }

    [WorkflowUpdate("Add")]
    public Task<int> AddAsync(int value) => Task.FromResult(_sum += value);

    [WorkflowSignal("Stop")]
    public Task StopAsync()
    {
        _stopped = true;
        return Task.CompletedTask;
    }
}

/// <summary>Begins otherwise than the TypeScript worker did.</summary>
[Workflow("SharedSteps")]
public class OtherSteps
{
    [WorkflowRun]
    public Task RunAsync(Dictionary<string, string> input) => Workflow.DelayAsync(input.Count * 10);
}
