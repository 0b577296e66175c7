using System.Diagnostics.Tracing;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Instances;

/// <summary>Notices at once when workflow code hands work to the thread pool or starts a timer of the system: a replay would not do the same.</summary>
/// <remarks>The runtime tells of both by its own events, on the thread that does it. Only what happens on a thread while a workflow runs there
/// counts; the SDK's own work and code that asks for it are let pass.</remarks>
internal sealed class SchedulerWatch : EventListener
{
    private const string RuntimeSource = "System.Diagnostics.Eventing.FrameworkEventSource";
    private const EventKeywords ThreadPool = (EventKeywords)0x2;
    private const EventKeywords ThreadTransfer = (EventKeywords)0x10;
    private const int EnqueueWork = 30;
    private const int TransferSend = 150;

    private static readonly Lazy<SchedulerWatch> Watch = new(() => new());

    [ThreadStatic]
    private static WorkflowInstance? _watched;

    private SchedulerWatch()
    {
    }

    /// <summary>Begins to watch, once for all workers of the process.</summary>
    public static void Start() => _ = Watch.Value;

    /// <summary>Says which workflow runs on this thread; null when it has ended or may do what it wants for a while.</summary>
    /// <returns>What was watched before.</returns>
    public static WorkflowInstance? Set(WorkflowInstance? instance)
    {
        var before = _watched;
        _watched = instance;
        return before;
    }

    /// <summary>Runs something unwatched.</summary>
    public static T Unwatched<T>(Func<T> function)
    {
        var before = Set(null);
        try
        {
            return function();
        }
        finally
        {
            Set(before);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == RuntimeSource)
        {
            EnableEvents(eventSource, EventLevel.Verbose, ThreadPool | ThreadTransfer);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_watched is { } instance && (eventData.EventId == EnqueueWork || eventData.EventId == TransferSend))
        {
            _watched = null;
            instance.Outcome.FailTask(new InvalidWorkflowSchedulerException(eventData.EventId == EnqueueWork
                ? "Task during workflow run was not scheduled on workflow scheduler: Task.Run, the default scheduler and the like must not be used in workflows"
                : "Workflow started a timer of the system, which is non-deterministic: use Workflow.DelayAsync instead of Task.Delay and the like"));
        }
    }
}
