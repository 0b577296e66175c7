using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Breaks in ways that fail its task, until told to be good.</summary>
[Workflow]
public class BrokenWorkflow
{
    private static volatile string _mode = string.Empty;

    public static string Mode
    {
        get => _mode;
        set => _mode = value;
    }

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        switch (Mode)
        {
            case "throw":
                throw new InvalidOperationException("Broken code");
            case "deadlock":
                using (var never = new ManualResetEventSlim())
                {
                    never.Wait(4000);
                }

                break;
            case "argument":
                await Workflow.DelayAsync(-5);
                break;
            case "task":
                await Task.Run(() => { });
                break;
            case "delay":
                await Task.Delay(5); // Not the workflow's clock.
                break;
            default:
                break;
        }

        return "good";
    }
}

/// <summary>The same type in two versions that do different things.</summary>
public static class Changing
{
    [Workflow("Changing")]
    public class Before
    {
        private bool _go;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayAsync(1);
            await Workflow.WaitConditionAsync(() => _go);
            return "before";
        }

        [WorkflowSignal]
        public async Task GoAsync() => _go = true;
    }

    [Workflow("Changing")]
    public class After
    {
        private bool _go;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.ExecuteActivityAsync<string>("Any", [], new() { StartToCloseTimeout = TimeSpan.FromSeconds(1) });
            await Workflow.WaitConditionAsync(() => _go);
            return "after";
        }

        [WorkflowSignal]
        public async Task GoAsync() => _go = true;
    }

    [Workflow("Changing")]
    public class Patched
    {
        private bool _go;

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            if (!Workflow.Patched("no-timer"))
            {
                await Workflow.DelayAsync(1);
            }

            await Workflow.WaitConditionAsync(() => _go);
            return Workflow.Patched("no-timer") ? "patched" : "unpatched";
        }

        [WorkflowSignal]
        public async Task GoAsync() => _go = true;
    }
}
