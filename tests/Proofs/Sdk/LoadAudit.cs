using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Worker;

namespace Gauntlet.Proofs.Sdk;

/// <summary>Starts runs, pokes each once by signal and once by update, and looks at how each ended.</summary>
/// <param name="client">Client of the server.</param>
/// <param name="queue">Task queue.</param>
/// <param name="taskTimeout">After which a task of a killed worker goes to another; null for the server's 10 s.</param>
internal sealed class LoadAudit(TemporalClient client, string queue, TimeSpan? taskTimeout = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WorkflowReplayer _replayer = new(new WorkflowReplayerOptions().AddWorkflow<LoadWorkflow>().AddWorkflow<LoadChildWorkflow>());
    private int _wrong;
    private int _notOnce;
    private int _notReplayed;
    private int _completed;
    private int _timedOut;

    /// <summary>Runs that ended with what they must.</summary>
    public int Completed => _completed;

    /// <summary>Runs that ended otherwise.</summary>
    public int Wrong => _wrong;

    /// <summary>Runs whose history has not exactly one end, or an activity or timer that counted more than once.</summary>
    public int NotOnce => _notOnce;

    /// <summary>Histories that do not replay.</summary>
    public int NotReplayed => _notReplayed;

    /// <summary>Workflow tasks that timed out, as those of killed workers do.</summary>
    public int TasksTimedOut => _timedOut;

    /// <summary>Runs one.</summary>
    public async Task RunAsync(int number, CancellationToken cancellation)
    {
        var options = new WorkflowOptions($"load-{number}", queue) { TaskTimeout = taskTimeout };
        var handle = await client.StartWorkflowAsync((LoadWorkflow wf) => wf.RunAsync(number), options);
        await handle.SignalAsync(wf => wf.PokeAsync());
        await PushAsync(handle, cancellation);
        string said;
        try
        {
            said = await handle.GetResultAsync().WaitAsync(Patience, cancellation);
        }
        catch (Temporalio.Exceptions.WorkflowFailedException e)
        {
            said = e.InnerException?.Message ?? e.Message;
        }

        if (said == LoadWorkflow.ResultOf(number)) Interlocked.Increment(ref _completed);
        else Interlocked.Increment(ref _wrong);
        await AuditAsync(handle);
    }

    // An update whose worker dies before it is accepted may be lost with its task: the id makes asking again safe.
    private static async Task PushAsync(WorkflowHandle<LoadWorkflow, string> handle, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await handle.ExecuteUpdateAsync(wf => wf.PushAsync(), new("push"));
                return;
            }
            catch (Temporalio.Exceptions.RpcException e) when (e.Code is Temporalio.Exceptions.RpcException.StatusCode.Unavailable or
                Temporalio.Exceptions.RpcException.StatusCode.ResourceExhausted or Temporalio.Exceptions.RpcException.StatusCode.DeadlineExceeded or
                Temporalio.Exceptions.RpcException.StatusCode.Aborted or Temporalio.Exceptions.RpcException.StatusCode.FailedPrecondition)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
            }
        }
    }

    private async Task AuditAsync(WorkflowHandle handle)
    {
        var history = await handle.FetchHistoryAsync();
        var events = history.Events;
        int Count(EventType type) => events.Count(e => e.EventType == type);
        var isOnce = Count(EventType.WorkflowExecutionCompleted) == 1 && Count(EventType.WorkflowExecutionSignaled) == 1 &&
            Count(EventType.ActivityTaskScheduled) == 3 && Count(EventType.ActivityTaskCompleted) == 3 &&
            Count(EventType.ChildWorkflowExecutionCompleted) == 1 && Count(EventType.WorkflowExecutionUpdateCompleted) == 1 &&
            Count(EventType.MarkerRecorded) == 3;
        if (!isOnce) Interlocked.Increment(ref _notOnce);
        Interlocked.Add(ref _timedOut, Count(EventType.WorkflowTaskTimedOut));
        var replayed = await _replayer.ReplayWorkflowAsync(history, throwOnReplayFailure: false);
        if (replayed.ReplayFailure is not null) Interlocked.Increment(ref _notReplayed);
    }
}
