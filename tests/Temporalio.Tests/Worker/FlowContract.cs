using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

public abstract class FlowContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableFact]
    public async Task ContinueAsNew_KeepsMemoAndIsFollowed()
    {
        await WithWorkerAsync(Options().AddWorkflow<CountdownWorkflow>(), async () =>
        {
            var options = NewWorkflow();
            options.Memo = new Dictionary<string, object> { ["note"] = "kept" };
            var handle = await Client.StartWorkflowAsync((CountdownWorkflow wf) => wf.RunAsync(2), options);

            (await handle.GetResultAsync()).ShouldBe("done True kept");
            await ReplayAsync<CountdownWorkflow>(handle);
        });
    }

    [SkippableTheory]
    [InlineData("execute", "101")]
    [InlineData("signal", "6 36")]
    [InlineData("duplicate", "Child workflow already started True <unknown>")]
    [InlineData("cancel", "child CanceledFailureException")]
    [InlineData("cancel external", "external CanceledFailureException")]
    public async Task Child_InEachWay_EndsAsExpected(string mode, string expected)
    {
        await WithWorkerAsync(Options().AddWorkflow<ParentWorkflow>().AddWorkflow<AdderWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((ParentWorkflow wf) => wf.RunAsync(mode), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe(expected);
            await ReplayAsync<ParentWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Child_ThatFails_FailsTheParentWithItsCause()
    {
        await WithWorkerAsync(Options().AddWorkflow<ParentWorkflow>().AddWorkflow<AdderWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((ParentWorkflow wf) => wf.RunAsync("fail"), NewWorkflow());

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            var child = failed.InnerException.ShouldBeOfType<ChildWorkflowFailureException>();
            child.WorkflowType.ShouldBe("AdderWorkflow");
            child.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("Negative");
            await ReplayAsync<ParentWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Signal_ToNobody_FailsTheWorkflow()
    {
        await WithWorkerAsync(Options().AddWorkflow<ParentWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((ParentWorkflow wf) => wf.RunAsync("no target"), NewWorkflow());

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException!.Message.ShouldContain("not found");
            await ReplayAsync<ParentWorkflow>(handle);
        });
    }

    [SkippableTheory]
    [InlineData("timer")]
    [InlineData("infinite")]
    public async Task Cancel_OfWait_EndsTheRunAsCanceled(string mode)
    {
        await WithWorkerAsync(Options().AddWorkflow<WaitingWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((WaitingWorkflow wf) => wf.RunAsync(mode), NewWorkflow());
            await handle.CancelAsync();

            var failed = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            failed.InnerException.ShouldBeOfType<CanceledFailureException>();
            await ReplayAsync<WaitingWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Cancel_Swallowed_LetsTheRunComplete()
    {
        await WithWorkerAsync(Options().AddWorkflow<WaitingWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((WaitingWorkflow wf) => wf.RunAsync("condition"), NewWorkflow());
            await handle.CancelAsync();

            (await handle.GetResultAsync()).ShouldBe("swallowed");
            await ReplayAsync<WaitingWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Condition_ThatNeverHolds_TimesOut()
    {
        await WithWorkerAsync(Options().AddWorkflow<WaitingWorkflow>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((WaitingWorkflow wf) => wf.RunAsync("timeout"), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe("timed out");
            await ReplayAsync<WaitingWorkflow>(handle);
        });
    }

    [SkippableTheory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Everything_IsRepeatedByAReplay(int cached)
    {
        var options = Options().AddWorkflow<EverythingWorkflow>();
        options.MaxCachedWorkflows = cached;
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((EverythingWorkflow wf) => wf.RunAsync(), NewWorkflow());

            (await handle.GetResultAsync()).ShouldEndWith(" True kept patched 0-1-2");
            await ReplayAsync<EverythingWorkflow>(handle);
            var history = await handle.FetchHistoryAsync();
            history.Events.ShouldContain(e => e.EventType == EventType.MarkerRecorded);
        });
    }
}
