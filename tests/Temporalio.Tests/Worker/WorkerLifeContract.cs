using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker.Slots;
using Temporalio.Worker;
using Temporalio.Worker.Metrics;
using Temporalio.Worker.Polling;
using Temporalio.Worker.Slots;
using Temporalio.Worker.Tuning;

namespace Temporalio.Tests.Worker;

/// <summary>Workers whose polls fail, and whose client is changed.</summary>
public abstract class WorkerLifeContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableFact]
    public async Task Poll_ThatFailsForGood_StopsTheWorkerAndItsActivities()
    {
        var begun = new TaskCompletionSource();
        var reason = new TaskCompletionSource<ActivityCancelReason>();
        var connection = new AlteredConnection((TemporalConnection)Client.Connection);
        var fails = false;
        connection.Before<PollWorkflowTaskQueueRequest>("PollWorkflowTaskQueue", _ => Volatile.Read(ref fails)
            ? throw new RpcException(RpcException.StatusCode.PermissionDenied, "not any more", null)
            : Task.CompletedTask);
        var options = new TemporalWorkerOptions(TaskQueue) { MaxConcurrentWorkflowTaskPolls = 2 }
            .AddWorkflow<SlowActivity>()
            .AddActivity(ActivityDefinition.Create("Slow", typeof(Task<string>), [], 0, _ => RunAsync()));
        using var worker = new TemporalWorker(new TemporalClient(connection, new()), options);
        var handle = await Client.StartWorkflowAsync((SlowActivity wf) => wf.RunAsync(), NewWorkflow());
        var thrown = await Should.ThrowAsync<RpcException>(() => worker.ExecuteAsync(async () =>
        {
            await begun.Task;
            Volatile.Write(ref fails, true);

            // The next poll follows the next task.
            await Client.StartWorkflowAsync("Nobody", [], NewWorkflow());
            await reason.Task;
        }).WaitAsync(Soon));
        thrown.Code.ShouldBe(RpcException.StatusCode.PermissionDenied);
        (await reason.Task.WaitAsync(Soon)).ShouldBe(ActivityCancelReason.WorkerShutdown);
        await handle.TerminateAsync();

        async Task<string> RunAsync()
        {
            var context = ActivityExecutionContext.Current;
            begun.TrySetResult();
            var cancelled = new TaskCompletionSource<string>();
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetCanceled(context.CancellationToken));
            try
            {
                return await cancelled.Task;
            }
            finally
            {
                reason.TrySetResult(context.CancelReason);
            }
        }
    }

    [SkippableFact]
    public async Task Polls_FailingSideBySide_EachWaitAsAfterAFailureOfTheirOwn()
    {
        const int polls = 5;
        var time = new ManualTime();
        var context = new WorkerContext(Client, new TemporalWorkerOptions(TaskQueue));
        var count = 0;
        var group = new PollGroup<string>(
            TaskSlots.Of(SlotType.Activity, context),
            isSticky: false,
            PollerScale.Fixed(polls),
            _ => Task.CompletedTask,
            _ =>
            {
                Interlocked.Increment(ref count);
                throw new RpcException(RpcException.StatusCode.Unavailable, "away", null);
            },
            (_, _) => Task.CompletedTask,
            PollMetrics.Activity(context.Metrics),
            time,
            NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var running = group.RunAsync(stop.Token, stop.Token);

        await time.UntilTimersAsync(polls).WaitAsync(Soon);
        count.ShouldBe(polls);

        // The first wait of Core's policy for polls.
        time.Advance(TimeSpan.FromMilliseconds(200));
        await time.UntilTimersAsync(polls).WaitAsync(Soon);
        count.ShouldBe(2 * polls);

        await stop.CancelAsync();
        await running.WaitAsync(Soon);
    }

    [SkippableFact]
    public async Task Client_Changed_PollsWithTheNewOne()
    {
        var polled = new TaskCompletionSource();
        var connection = new AlteredConnection((TemporalConnection)Client.Connection);
        connection.Before<PollWorkflowTaskQueueRequest>("PollWorkflowTaskQueue", _ =>
        {
            polled.TrySetResult();
            return Task.CompletedTask;
        });
        using var worker = new TemporalWorker(Client, Options().AddWorkflow<LargeResult>());
        await worker.ExecuteAsync(async () =>
        {
            await Client.ExecuteWorkflowAsync((LargeResult wf) => wf.RunAsync(1), NewWorkflow());
            polled.Task.IsCompleted.ShouldBeFalse();
            worker.Client = new TemporalClient(connection, new());

            // The polls that are open end with tasks; the next are the new client's.
            await Client.ExecuteWorkflowAsync((LargeResult wf) => wf.RunAsync(1), NewWorkflow());
            await polled.Task.WaitAsync(Soon);
        });
    }

    // Updates that are refused leave a task that the server forgets: the worker forgets it too and goes on with what it keeps.
    [SkippableFact]
    public async Task Task_ThatTheServerForgets_LeavesTheRunAsItWas()
    {
        await WithWorkerAsync(Options().AddWorkflow<CutOffWorkflow>().AddWorkflow<RefusingWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((RefusingWorkflow wf) => wf.RunAsync(), NewWorkflow());
            for (var i = 0; i < 3; i++)
            {
                var refused = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(wf => wf.AddAsync(-1)));
                refused.InnerException!.Message.ShouldBe("less than nothing");
                (await handle.ExecuteUpdateAsync(wf => wf.AddAsync(1))).ShouldBe(i + 1);
            }

            await handle.SignalAsync(wf => wf.EndAsync());
            (await handle.GetResultAsync()).ShouldBe(3);
            var history = await handle.FetchHistoryAsync();
            history.Events.Count(e => e.EventType == EventType.WorkflowExecutionUpdateAccepted).ShouldBe(3);
            history.Events.ShouldNotContain(e => e.EventType == EventType.WorkflowTaskFailed || e.EventType == EventType.WorkflowTaskTimedOut);
            history.Events.Count(e => e.EventType == EventType.WorkflowTaskCompleted).ShouldBe(5);
            await ReplayAsync<RefusingWorkflow>(handle);
        });
    }
}
