using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>What the tests of workers on a server share.</summary>
public abstract class WorkerContract
{
    protected WorkerContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        Client = server.Client;
    }

    protected TemporalClient Client { get; }

    protected string TaskQueue { get; } = $"tq-{Guid.NewGuid()}";

    /// <summary>A limit for what should take a moment.</summary>
    protected static TimeSpan Soon { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Options of a worker whose activities beat often, so that a busy machine has time and a cancellation arrives soon.</summary>
    protected TemporalWorkerOptions Options() => new(TaskQueue) { MaxHeartbeatThrottleInterval = TimeSpan.FromMilliseconds(200) };

    protected WorkflowOptions NewWorkflow() => new($"wf-{Guid.NewGuid()}", TaskQueue);

    protected async Task WithWorkerAsync(TemporalWorkerOptions options, Func<Task> test)
    {
        using var worker = new TemporalWorker(Client, options);
        await worker.ExecuteAsync(() => test().WaitAsync(Soon));
    }

    /// <summary>Runs the history of a run against its code again.</summary>
    protected static async Task ReplayAsync<TWorkflow>(WorkflowHandle handle)
    {
        var history = await (handle with { RunId = handle.ResultRunId }).FetchHistoryAsync();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<TWorkflow>());
        (await replayer.ReplayWorkflowAsync(history)).ReplayFailure.ShouldBeNull();
    }

    /// <summary>Waits for a workflow task that failed, and says how.</summary>
    protected static async Task<WorkflowTaskFailedEventAttributes> FailedTaskAsync(WorkflowHandle handle)
    {
        var history = await EventuallyAsync(
            () => handle.FetchHistoryAsync(), h => h.Events.Any(e => e.EventType == EventType.WorkflowTaskFailed));
        return history.Events.First(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes;
    }

    /// <summary>Asks until the answer is as wanted.</summary>
    protected static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Soon);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
            {
                return answer;
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
