using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

public abstract class GreetingContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableFact]
    public async Task Workflow_WithTimerAndActivities_ReturnsTheirResult()
    {
        var options = Options()
            .AddWorkflow<GreetingWorkflow>()
            .AddActivity(GreetingActivities.Greet)
            .AddActivity(GreetingActivities.CountAsync);
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe("Hello, Ada! 11");
            await ReplayAsync<GreetingWorkflow>(handle);
        });
    }

    [SkippableFact]
    public async Task Workflow_WithoutCache_IsReplayedAtEachTask()
    {
        var options = Options()
            .AddWorkflow<GreetingWorkflow>()
            .AddAllActivities(typeof(GreetingActivities), null);
        options.MaxCachedWorkflows = 0;
        await WithWorkerAsync(options, async () =>
        {
            var handle = await Client.StartWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), NewWorkflow());

            (await handle.GetResultAsync()).ShouldBe("Hello, Ada! 11");
        });
    }
}
