using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Testing;

/// <summary>What tests may expect of any server that skips time.</summary>
public abstract class TimeSkippingContract
{
    private readonly string _queue = $"skipping-{Guid.NewGuid()}";

    [SkippableFact]
    public async Task GetResult_WorkflowOfManyDays_ReturnsAtOnce()
    {
        await using var environment = await StartAsync();
        using var worker = NewWorker(environment);
        var before = await environment.GetCurrentTimeAsync();

        var days = await worker.ExecuteAsync(() => environment.Client.ExecuteWorkflowAsync(
            (WaitingWorkflow workflow) => workflow.RunAsync(30), new(_queue, _queue)));

        days.ShouldBe(30);
        (await environment.GetCurrentTimeAsync() - before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(30));
    }

    [SkippableFact]
    public async Task Delay_WhileWorkflowWaits_FiresItsTimers()
    {
        await using var environment = await StartAsync();
        using var worker = NewWorker(environment);
        await worker.ExecuteAsync(async () =>
        {
            var handle = await environment.Client.StartWorkflowAsync(
                (WaitingWorkflow workflow) => workflow.RunAsync(3), new(_queue, _queue));
            (await handle.QueryAsync(workflow => workflow.Days)).ShouldBe(0);
            await environment.DelayAsync(TimeSpan.FromDays(1.5));
            (await handle.QueryAsync(workflow => workflow.Days)).ShouldBe(1);
            (await handle.GetResultAsync()).ShouldBe(3);
        });
    }

    [SkippableFact]
    public async Task AutoSkippingDisabled_WaitingForResult_TakesRealTime()
    {
        await using var environment = await StartAsync();
        using var worker = NewWorker(environment);
        await worker.ExecuteAsync(async () =>
        {
            var handle = await environment.Client.StartWorkflowAsync(
                (WaitingWorkflow workflow) => workflow.RunAsync(1), new(_queue, _queue));
            await environment.WithAutoTimeSkippingDisabledAsync(async () =>
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
                await Should.ThrowAsync<OperationCanceledException>(
                    () => handle.GetResultAsync(rpcOptions: new() { CancellationToken = limit.Token }));
            });
            (await handle.GetResultAsync()).ShouldBe(1);
        });
    }

    protected abstract Task<WorkflowEnvironment> StartAsync();

    private TemporalWorker NewWorker(WorkflowEnvironment environment) => new(
        environment.Client,
        new TemporalWorkerOptions(_queue).AddWorkflow<WaitingWorkflow>().AddAllActivities(typeof(WaitingActivities), null));

    public static class WaitingActivities
    {
        [Activity]
        public static int Next(int day) => day + 1;
    }

    [Workflow]
    public sealed class WaitingWorkflow
    {
        [WorkflowQuery]
        public int Days { get; private set; }

        [WorkflowRun]
        public async Task<int> RunAsync(int days)
        {
            while (Days < days)
            {
                await Workflow.DelayAsync(TimeSpan.FromDays(1));
                Days = await Workflow.ExecuteActivityAsync(
                    () => WaitingActivities.Next(Days), new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
            }

            return Days;
        }
    }
}
