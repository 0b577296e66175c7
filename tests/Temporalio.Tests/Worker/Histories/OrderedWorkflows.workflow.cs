using Temporalio.Workflows;

namespace Temporalio.Tests.Worker.Histories;

/// <summary>Runs an activity named after what it has heard when it first looks.</summary>
[Workflow]
public class HeardFirst
{
    private readonly List<string> _heard = [];

    [WorkflowRun]
    public async Task RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _heard.Count > 0);
        await Workflow.ExecuteActivityAsync(string.Join(',', _heard), [], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
    }

    [WorkflowSignal]
    public async Task HearAsync(string what) => _heard.Add(what);
}

/// <summary>Two wait for the same, which the one that passes first takes away.</summary>
[Workflow]
public class TwoConditions
{
    private bool _isOpen;

    [WorkflowRun]
    public Task RunAsync() => Workflow.WhenAllAsync(PassAsync("first"), PassAsync("second"));

    [WorkflowSignal]
    public async Task HearAsync(string what) => _isOpen = true;

    private async Task PassAsync(string name)
    {
        await Workflow.WaitConditionAsync(() => _isOpen);
        _isOpen = false;
        await Workflow.ExecuteActivityAsync(name, [], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
    }
}

/// <summary>Ends while something of it still goes on, which asks for an activity.</summary>
[Workflow]
public class EndsFirst
{
    [WorkflowRun]
    public async Task<int> RunAsync()
    {
        _ = LateAsync();
        return 1;
    }

    private static async Task LateAsync()
    {
        await Task.Yield();
        await Workflow.ExecuteActivityAsync("late", [], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
    }
}
