using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>What becomes of tasks that a worker gets while it stops. A server that ends the polls of a worker that stops does so with a task or
/// without: here each worker has one poll, which the last task ends.</summary>
public abstract class ShutdownContract(ServerFixture server) : WorkerContract(server)
{
    private readonly ConcurrentQueue<string> _keys = new();

    [SkippableFact]
    public async Task WorkflowTask_HandedOverAfterShutdownBegan_IsDone()
    {
        var connection = Ending(async _ => await Client.StartWorkflowAsync((LargeResult wf) => wf.RunAsync(3), new("shutdown-" + TaskQueue, TaskQueue)));
        await StopAsync(connection, OnePoll().AddWorkflow<LargeResult>());

        var history = await Client.GetWorkflowHandle("shutdown-" + TaskQueue).FetchHistoryAsync();
        history.Events.Select(e => e.EventType).ShouldBe(
        [
            EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted,
            EventType.WorkflowExecutionCompleted,
        ]);
    }

    [SkippableFact]
    public async Task ActivityTask_HandedOverAfterShutdownBegan_IsAnswered()
    {
        var handle = await Client.StartWorkflowAsync("ByHand", [], NewWorkflow());
        var raw = new RawWorker(Client, TaskQueue);
        var connection = Ending(_ => raw.AnswerAsync(raw.ScheduleActivity("last")));
        var options = OnePoll().AddActivity(ActivityDefinition.Create("Raw", typeof(string), [], 0, _ => "done"));
        await StopAsync(connection, options);

        // The answer makes a workflow task.
        (await raw.PollAsync()).History.Events.ShouldContain(e => e.EventType == EventType.ActivityTaskCompleted);
        await handle.TerminateAsync();
    }

    [SkippableFact]
    public async Task Shutdown_NamesTheWorkerAndItsQueues()
    {
        ShutdownWorkerRequest? said = null;
        var connection = Ending(async request =>
        {
            said = request;
            await Client.StartWorkflowAsync((LargeResult wf) => wf.RunAsync(3), NewWorkflow());
        });
        await StopAsync(connection, OnePoll().AddWorkflow<LargeResult>());

        said!.TaskQueue.ShouldBe(TaskQueue);
        said.TaskQueueTypes.ShouldBe([TaskQueueType.Workflow]);
        said.StickyTaskQueue.ShouldBeEmpty();
        said.WorkerInstanceKey.ShouldNotBeEmpty();
        _keys.Distinct().ShouldBe([said.WorkerInstanceKey]);
    }

    // The server that said it would end the polls does not know the call after all.
    [SkippableFact]
    public async Task Shutdown_RefusedByTheServer_GivesItsPollsUp()
    {
        var connection = Ending(_ => throw new RpcException(RpcException.StatusCode.Unimplemented, "unknown method", null));
        await StopAsync(connection, OnePoll().AddWorkflow<LargeResult>());
        _keys.ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task WorkflowTask_UnderWayAtShutdown_IsDone()
    {
        using var stop = new CancellationTokenSource();
        StoppedWorkflow.Stops[TaskQueue] = () => Task.Run(stop.Cancel).Wait(Soon);
        using var worker = new TemporalWorker(Client, Options().AddWorkflow<StoppedWorkflow>());
        var handle = await Client.StartWorkflowAsync((StoppedWorkflow wf) => wf.RunAsync(), NewWorkflow());
        await Should.ThrowAsync<OperationCanceledException>(() => worker.ExecuteAsync(stop.Token).WaitAsync(Soon));
        (await handle.GetResultAsync()).ShouldBe("done");
        (await handle.FetchHistoryAsync()).Events.ShouldNotContain(e => e.EventType == EventType.WorkflowTaskTimedOut);
    }

    private TemporalWorkerOptions OnePoll() => new(TaskQueue) { MaxConcurrentWorkflowTaskPolls = 1, MaxConcurrentActivityTaskPolls = 1, MaxCachedWorkflows = 0 };

    private AlteredConnection Ending(Func<ShutdownWorkerRequest, Task> lastTask)
    {
        var connection = new AlteredConnection((TemporalConnection)Client.Connection);
        connection.Namespace(info => info.Capabilities.WorkerPollCompleteOnShutdown = true);
        connection.Before("ShutdownWorker", lastTask);
        connection.Before<PollWorkflowTaskQueueRequest>("PollWorkflowTaskQueue", request => Seen(request.WorkerInstanceKey));
        connection.Before<PollActivityTaskQueueRequest>("PollActivityTaskQueue", request => Seen(request.WorkerInstanceKey));
        return connection;
    }

    private Task Seen(string key)
    {
        _keys.Enqueue(key);
        return Task.CompletedTask;
    }

    // Lets a worker poll, and stops it.
    private async Task StopAsync(AlteredConnection connection, TemporalWorkerOptions options)
    {
        using var worker = new TemporalWorker(new TemporalClient(connection, new()), options);
        await worker.ExecuteAsync(() => EventuallyAsync(() => Task.FromResult(_keys.IsEmpty), isEmpty => !isEmpty)).WaitAsync(Soon);
    }
}
