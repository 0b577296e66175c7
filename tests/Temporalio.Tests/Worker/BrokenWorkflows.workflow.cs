using System.Collections.Concurrent;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Breaks in ways that fail its task, until told to be good.</summary>
[Workflow]
public class BrokenWorkflow
{
    /// <summary>How it breaks, by task queue, for tests run side by side.</summary>
    public static ConcurrentDictionary<string, string> Modes { get; } = new();

    /// <summary>What it wrongly waits for, by task queue.</summary>
    public static ConcurrentDictionary<string, TaskCompletionSource> Elsewhere { get; } = new();

    [WorkflowRun]
    public async Task<string> RunAsync()
    {
        var elsewhere = Elsewhere.GetOrAdd(Workflow.Info.TaskQueue, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        switch (Modes[Workflow.Info.TaskQueue])
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
                await elsewhere.Task;
                await Workflow.WaitConditionAsync(() => false);
                break;
            case "pool":
                await Task.Run(() => 1);
                break;
            case "timer":
                await Task.Delay(1);
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
