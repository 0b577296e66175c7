using System.Collections.Concurrent;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Stops its worker in the middle of a task.</summary>
[Workflow]
public class StoppedWorkflow
{
    /// <summary>How to stop the worker of a task queue.</summary>
    public static ConcurrentDictionary<string, Action> Stops { get; } = new();

    [WorkflowRun]
    public Task<string> RunAsync()
    {
        Workflow.Unsafe.WithTracingEventListenerDisabled(Stops[Workflow.Info.TaskQueue]);
        return Task.FromResult("done");
    }
}
