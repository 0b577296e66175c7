using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

public abstract class FailureContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableTheory]
    [InlineData("throw", "Broken code")]
    [InlineData("deadlock", "[TMPRL1101]")]
    [InlineData("argument", "duration cannot be less than 0")]
    [InlineData("pool", "not scheduled on workflow scheduler")]
    [InlineData("timer", "started a timer of the system")]
    public async Task Task_ThatFails_IsReportedAndRunGoesOnWhenRepaired(string mode, string message)
    {
        BrokenWorkflow.Modes[TaskQueue] = mode;
        WorkflowHandle<BrokenWorkflow, string>? handle = null;
        await WithWorkerAsync(Options().AddWorkflow<BrokenWorkflow>(), async () =>
        {
            var start = NewWorkflow();

            // The second attempt may fail before the repair; that one is left to time out.
            start.TaskTimeout = TimeSpan.FromSeconds(mode == "deadlock" ? 5 : 1);
            handle = await Client.StartWorkflowAsync((BrokenWorkflow wf) => wf.RunAsync(), start);
            var failed = await FailedTaskAsync(handle);
            failed.Cause.ShouldBe(WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure);
            failed.Failure.Message.ShouldContain(message);

            BrokenWorkflow.Modes[TaskQueue] = "good";
            (await handle.GetResultAsync()).ShouldBe("good");
        });
    }

    [SkippableFact]
    public async Task Task_ThatFailsWithAFailureType_FailsTheWorkflow()
    {
        BrokenWorkflow.Modes[TaskQueue] = "throw";
        var options = Options().AddWorkflow<BrokenWorkflow>();
        options.WorkflowFailureExceptionTypes = [typeof(InvalidOperationException)];
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((BrokenWorkflow wf) => wf.RunAsync(), NewWorkflow());

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("InvalidOperationException");
        });
    }

    [SkippableFact]
    public async Task Task_ThatLeavesTheScheduler_IsReportedWhenItComesBack()
    {
        BrokenWorkflow.Modes[TaskQueue] = "task";
        await WithWorkerAsync(Options().AddWorkflow<BrokenWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((BrokenWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await EventuallyAsync(
                () => handle.FetchHistoryAsync(), h => h.Events.Any(e => e.EventType == EventType.WorkflowTaskCompleted));
            BrokenWorkflow.Elsewhere[TaskQueue].TrySetResult();
            var history = await EventuallyAsync(
                async () =>
                {
                    await handle.SignalAsync("poke", []);
                    return await handle.FetchHistoryAsync();
                },
                h => h.Events.Any(e => e.EventType == EventType.WorkflowTaskFailed));
            history.Events.First(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes.Failure.Message
                .ShouldContain("not scheduled on workflow scheduler");
            await handle.TerminateAsync();
        });
    }

    [SkippableFact]
    public async Task Task_OfUnknownWorkflowType_IsReported()
    {
        await WithWorkerAsync(Options().AddWorkflow<BrokenWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync("Nobody", [], NewWorkflow());

            (await FailedTaskAsync(handle)).Failure.Message.ShouldContain(
                "Nobody is not registered on this worker, available workflows: BrokenWorkflow");
            await handle.TerminateAsync();
        });
    }

    [SkippableFact]
    public async Task Code_ThatChanged_IsNondeterministic()
    {
        var handle = await RunBeforeAsync();
        await WithWorkerAsync(Options().AddWorkflow<Changing.After>(), async () =>
        {
            await handle.SignalAsync("Go", []);
            var failed = await FailedTaskAsync(handle);
            failed.Cause.ShouldBe(WorkflowTaskFailedCause.NonDeterministicError);
            failed.Failure.Message.ShouldStartWith("[TMPRL1100] Nondeterminism error");
        });
        var history = await handle.FetchHistoryAsync();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<Changing.After>());
        await Should.ThrowAsync<WorkflowNondeterminismException>(() => replayer.ReplayWorkflowAsync(history));
        (await replayer.ReplayWorkflowAsync(history, throwOnReplayFailure: false)).ReplayFailure.ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task Code_ThatChanged_FailsTheWorkflowIfThatIsAFailureType()
    {
        var handle = await RunBeforeAsync();
        var options = Options().AddWorkflow<Changing.After>();
        options.WorkflowFailureExceptionTypes = [typeof(WorkflowNondeterminismException)];
        await WithWorkerAsync(options, async () =>
        {
            await handle.SignalAsync("Go", []);
            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException!.Message.ShouldContain("Nondeterminism");
        });
    }

    [SkippableFact]
    public async Task Patch_InRunThatPassedBefore_IsNotUsed()
    {
        var handle = await RunBeforeAsync();
        await WithWorkerAsync(Options().AddWorkflow<Changing.Patched>(), async () =>
        {
            await handle.SignalAsync("Go", []);
            (await handle.GetResultAsync<string>()).ShouldBe("unpatched");

            var fresh = await Client.StartWorkflowAsync((Changing.Patched wf) => wf.RunAsync(), NewWorkflow());
            await fresh.SignalAsync(wf => wf.GoAsync());
            (await fresh.GetResultAsync()).ShouldBe("patched");
            await ReplayAsync<Changing.Patched>(fresh);
            await ReplayAsync<Changing.Patched>(handle);
        });
    }

    [SkippableFact]
    public async Task Worker_OfUnknownNamespace_SaysSo()
    {
        var client = await TemporalClient.ConnectAsync(new(Client.Connection.Options.TargetHost!) { Namespace = "nowhere" });
        using var worker = new TemporalWorker(client, Options().AddWorkflow<BrokenWorkflow>());

        var error = await Should.ThrowAsync<InvalidOperationException>(() => worker.ExecuteAsync(() => Task.CompletedTask));
        error.Message.ShouldContain("Worker validation failed");
    }

    [SkippableFact]
    public async Task Worker_Stopped_EndsPromptlyByCancellation()
    {
        using var stop = new CancellationTokenSource();
        using var worker = new TemporalWorker(Client, Options().AddWorkflow<BrokenWorkflow>());
        var running = worker.ExecuteAsync(stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10)));
        (await Should.ThrowAsync<InvalidOperationException>(() => worker.ExecuteAsync(CancellationToken.None))).Message.ShouldBe("Already started");
    }

    // A run that has started its timer and waits for a signal, without a worker that keeps it.
    private async Task<WorkflowHandle> RunBeforeAsync()
    {
        WorkflowHandle? handle = null;
        var options = Options().AddWorkflow<Changing.Before>();
        options.MaxCachedWorkflows = 0;
        await WithWorkerAsync(options, async () =>
        {
            handle = await Client.StartWorkflowAsync((Changing.Before wf) => wf.RunAsync(), NewWorkflow());
            await EventuallyAsync(
                () => handle.FetchHistoryAsync(), h => h.Events.Count(e => e.EventType == EventType.WorkflowTaskCompleted) == 2);
        });
        return handle!;
    }
}
