using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

public abstract class ActivityContract(ServerFixture server) : WorkerContract(server)
{
    private readonly TrickyActivities _activities = new();

    [SkippableTheory]
    [InlineData("retry", "done at 3")]
    [InlineData("resume", "8")]
    [InlineData("optional", "a5")]
    public async Task Activity_InEachWay_ReturnsItsResult(string mode, string expected)
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync(mode);

            (await handle.GetResultAsync()).ShouldBe(expected);
            await ReplayAsync<ActivityWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Activity_NonRetryable_FailsWithTheWholeChain()
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync("refuse");

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            var activity = failed.InnerException.ShouldBeOfType<ActivityFailureException>();
            activity.ActivityType.ShouldBe("Refuse");
            activity.RetryState.ShouldBe(RetryState.NonRetryableFailure);
            var cause = activity.InnerException.ShouldBeOfType<ApplicationFailureException>();
            cause.ErrorType.ShouldBe("Refusal");
            cause.Details.ElementAt<int>(0).ShouldBe(42);
            await ReplayAsync<ActivityWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Activity_Unknown_FailsWithTheKnownOnes()
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync("unknown");

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            var cause = failed.InnerException!.InnerException.ShouldBeOfType<ApplicationFailureException>();
            cause.ErrorType.ShouldBe("NotFoundError");
            cause.Message.ShouldContain("is not registered on this worker, available activities: CompleteLater, FailTwice");
        });
    }

    [SkippableFact]
    public async Task Activity_WithoutHeartbeat_TimesOut()
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync("silent");

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException!.InnerException.ShouldBeOfType<TimeoutFailureException>().TimeoutType.ShouldBe(TimeoutType.Heartbeat);
            await ReplayAsync<ActivityWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Activity_CompletedByToken_ReturnsThatResult()
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync("later");
            await Client.GetAsyncActivityHandle(await _activities.Token.Task).CompleteAsync("from outside");

            (await handle.GetResultAsync()).ShouldBe("from outside");
        });
    }

    [SkippableTheory]
    [InlineData("TryCancel")]
    [InlineData("WaitCancellationCompleted")]
    [InlineData("Abandon")]
    public async Task Activity_CanceledByItsToken_EndsByItsCancellationType(string type)
    {
        await WithWorkerAsync(TrickyOptions(), async () =>
        {
            var handle = await StartAsync(type);

            (await handle.GetResultAsync()).ShouldBe("canceled WaitForCancelAsync CancelRequested".Replace("Async", string.Empty, StringComparison.Ordinal));
            await ReplayAsync<ActivityWorkflow>(handle);
            if (type == "WaitCancellationCompleted")
            {
                _activities.Reasons.ShouldBe([ActivityCancelReason.CancelRequested]);
            }
        });
    }

    [SkippableFact]
    public async Task Activity_WhenWorkerStops_IsCanceledAndRetriedElsewhere()
    {
        var options = TrickyOptions();
        options.GracefulShutdownTimeout = TimeSpan.FromMilliseconds(50);
        WorkflowHandle<ActivityWorkflow, string>? handle = null;
        await WithWorkerAsync(options, async () =>
        {
            handle = await StartAsync("wait");
            await _activities.Waiting.Task;
        });

        _activities.Reasons.ShouldBe([ActivityCancelReason.WorkerShutdown]);
        var description = await EventuallyAsync(
            () => Client.WorkflowService.DescribeWorkflowExecutionAsync(new() { Namespace = "default", Execution = new() { WorkflowId = handle!.Id } }),
            d => d.PendingActivities.Count == 1 && d.PendingActivities[0].LastFailure != null);
        description.PendingActivities[0].LastFailure.ApplicationFailureInfo.Type.ShouldBe("WorkerShutdown");
        await handle!.TerminateAsync();
    }

    [SkippableTheory]
    [InlineData("simple", "ABCD")]
    [InlineData("retry", "local 2 True")]
    [InlineData("backoff", "local 2 True")]
    [InlineData("long", "slowX")]
    public async Task LocalActivity_InEachWay_ReturnsItsResult(string mode, string expected)
    {
        var options = LocalOptions();
        await WithWorkerAsync(options, async () =>
        {
            var start = NewWorkflow();

            // Short tasks, so that the long activity must keep its task alive.
            start.TaskTimeout = TimeSpan.FromSeconds(1);
            var handle = await Client.StartWorkflowAsync((LocalActivityWorkflow wf) => wf.RunAsync(mode), start);

            (await handle.GetResultAsync()).ShouldBe(expected);
            await ReplayAsync<LocalActivityWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task LocalActivity_WithoutCache_IsNotRunAgain()
    {
        var options = LocalOptions();
        options.MaxCachedWorkflows = 0;
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((LocalActivityWorkflow wf) => wf.RunAsync("simple"), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe("ABCD");
            var history = await handle.FetchHistoryAsync();
            history.Events.Count(e => e.EventType == EventType.MarkerRecorded).ShouldBe(4);
        });
    }

    [SkippableTheory]
    [InlineData("timeout")]
    [InlineData("fail")]
    public async Task LocalActivity_ThatFails_FailsTheWorkflow(string mode)
    {
        await WithWorkerAsync(LocalOptions(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((LocalActivityWorkflow wf) => wf.RunAsync(mode), NewWorkflow());

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            var cause = failed.InnerException.ShouldBeOfType<ActivityFailureException>().InnerException!;
            if (mode == "timeout")
            {
                cause.ShouldBeOfType<TimeoutFailureException>().TimeoutType.ShouldBe(TimeoutType.StartToClose);
            }
            else
            {
                cause.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Never");
            }

            await ReplayAsync<LocalActivityWorkflow>(handle);
        });
    }

    private Task<WorkflowHandle<ActivityWorkflow, string>> StartAsync(string mode) =>
        Client.StartWorkflowAsync((ActivityWorkflow wf) => wf.RunAsync(mode), NewWorkflow());

    private TemporalWorkerOptions TrickyOptions() => Options().AddWorkflow<ActivityWorkflow>().AddAllActivities(_activities);

    private TemporalWorkerOptions LocalOptions() =>
        Options().AddWorkflow<LocalActivityWorkflow>().AddAllActivities(typeof(LocalOnes), null);
}
