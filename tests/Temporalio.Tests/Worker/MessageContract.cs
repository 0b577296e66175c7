using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

public abstract class MessageContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableFact]
    public async Task Signals_InOrder_ChangeTheRun()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await handle.SignalAsync(wf => wf.AddAsync("a"));
            await handle.SignalAsync(wf => wf.AddAsync("b"));
            await handle.SignalAsync(wf => wf.StopAsync());

            (await handle.GetResultAsync()).ShouldBeOneOf("run,a,b", "a,run,b", "a,b,run");
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Signal_WithStart_RunsBeforeTheMainMethod()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var options = NewWorkflow();
            options.SignalWithStart((CollectorWorkflow wf) => wf.AddAsync("first"));
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), options);
            await handle.SignalAsync(wf => wf.StopAsync());

            (await handle.GetResultAsync()).ShouldBe("first,run");
        });
    }

    [SkippableFact]
    public async Task Signal_WithoutHandler_WaitsForOne()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await handle.SignalAsync("later", ["x"]);
            await handle.SignalAsync("later", ["y"]);
            await EventuallyAsync(() => handle.QueryAsync(wf => wf.Count), c => c == 1);
            await handle.SignalAsync(wf => wf.ListenAsync("later"));
            await EventuallyAsync(() => handle.QueryAsync(wf => wf.Seen(1)), s => s == "later:x,later:y");
            await handle.SignalAsync(wf => wf.StopAsync());
            await handle.GetResultAsync();
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Signal_WithUndecodableArgument_IsDropped()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await EventuallyAsync(() => handle.QueryAsync(wf => wf.Count), c => c == 1);
            await handle.SignalAsync("Add", [123]);
            await handle.SignalAsync(wf => wf.AddAsync("good"));
            await handle.SignalAsync(wf => wf.StopAsync());

            (await handle.GetResultAsync()).ShouldBe("run,good");
        });
    }

    [SkippableFact]
    public async Task Signal_ThatFails_FailsTheWorkflow()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await handle.SignalAsync(wf => wf.FailAsync());

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Enough");
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Query_OfRunningAndClosedRun_IsAnswered()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            (await handle.QueryAsync(wf => wf.Count)).ShouldBe(1);
            await handle.SignalAsync(wf => wf.AddAsync("a"));
            (await handle.QueryAsync(wf => wf.Seen(1))).ShouldBe("a");
            await handle.SignalAsync(wf => wf.StopAsync());
            await handle.GetResultAsync();

            (await handle.QueryAsync(wf => wf.Seen(0))).ShouldBe("run,a");
        });
    }

    [SkippableTheory]
    [InlineData("Broken", "Do not ask")]
    [InlineData("Missing", "expected but not found, known queries: [Broken Commanding Count Seen]")]
    [InlineData("Commanding", "created workflow commands")]
    public async Task Query_ThatFails_SaysWhy(string query, string message)
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            var failed = await Should.ThrowAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>(query, []));
            failed.Message.ShouldContain(message);

            // The run goes on as if nobody had asked.
            await handle.SignalAsync(wf => wf.StopAsync());
            await handle.GetResultAsync();
        });
    }

    [SkippableFact]
    public async Task Update_ThatCompletesAtOnceOrLater_ReturnsItsResult()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            (await handle.ExecuteUpdateAsync(wf => wf.PutAsync("x"))).ShouldBeInRange(1, 2);
            (await handle.ExecuteUpdateAsync(wf => wf.SlowAsync("y"))).ShouldBe("y Slow");
            await handle.SignalAsync(wf => wf.StopAsync());

            (await handle.GetResultAsync()).ShouldEndWith("slow y");
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Update_Rejected_LeavesNoTrace()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await EventuallyAsync(() => handle.QueryAsync(wf => wf.Count), c => c == 1);
            for (var i = 0; i < 3; i++)
            {
                var failed = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(wf => wf.PutAsync(string.Empty)));
                failed.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Empty");
            }

            (await handle.ExecuteUpdateAsync(wf => wf.PutAsync("x"))).ShouldBe(2);
            await handle.SignalAsync(wf => wf.StopAsync());
            (await handle.GetResultAsync()).ShouldBe("run,put x");
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Update_ThatFailsAfterAcceptance_FailsTheUpdateOnly()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            var failed = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(wf => wf.SlowAsync("fail")));
            failed.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Slow");
            await handle.SignalAsync(wf => wf.StopAsync());
            await handle.GetResultAsync();
            await ReplayAsync<CollectorWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Update_Unknown_NamesTheKnownOnes()
    {
        await WithWorkerAsync(Options().AddWorkflow<CollectorWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            var failed = await Should.ThrowAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync("Nope", []));
            failed.InnerException!.Message.ShouldContain("expected but not found, known updates: [Put Slow]");
        });
    }

    [SkippableFact]
    public async Task DynamicHandlers_TakeWhatHasNoOther()
    {
        await WithWorkerAsync(Options().AddWorkflow<DynamicWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync("Anything", ["in"], NewWorkflow());
            (await handle.QueryAsync<string>("what", [1, 2])).ShouldBe("what?2");
            (await handle.ExecuteUpdateAsync<string>("change", ["it"])).ShouldBe("change!it");
            await handle.SignalAsync("stop", ["now"]);

            (await handle.GetResultAsync<string>()).ShouldBe("Anything in stop=now");
        });
    }

    [SkippableFact]
    public async Task Messages_WithoutCache_AreReplayed()
    {
        var options = Options().AddWorkflow<CollectorWorkflow>();
        options.MaxCachedWorkflows = 0;
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((CollectorWorkflow wf) => wf.RunAsync(), NewWorkflow());
            await handle.ExecuteUpdateAsync(wf => wf.PutAsync("x"));
            await handle.SignalAsync(wf => wf.AddAsync("a"));
            await handle.ExecuteUpdateAsync(wf => wf.SlowAsync("y"));
            (await handle.QueryAsync(wf => wf.Count)).ShouldBe(4);
            await handle.SignalAsync(wf => wf.StopAsync());

            (await handle.GetResultAsync()).ShouldEndWith("a,slow y");
        });
    }
}
