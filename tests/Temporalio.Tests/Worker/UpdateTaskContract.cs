using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Worker;

/// <summary>What of an update fails the task and not the update.</summary>
public abstract class UpdateTaskContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableTheory]
    [InlineData("plain", "not ready")]
    [InlineData("plain later", "not ready")]
    [InlineData("unconvertible", "Serialization")]
    [InlineData("continue", "")]
    public async Task Update_ThatFailsByAnythingButAFailure_FailsTheTask(string how, string message)
    {
        await WithWorkerAsync(Options().AddWorkflow<FailingUpdates>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((FailingUpdates wf) => wf.RunAsync(), NewWorkflow());
            using var limit = new CancellationTokenSource(Soon);
            var update = handle.ExecuteUpdateAsync(wf => wf.FailAsync(how), new() { Rpc = new() { CancellationToken = limit.Token } });
            var failed = await FailedTaskAsync(handle);
            failed.Cause.ShouldBe(WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure);
            failed.Failure.Message.ShouldContain(message);
            (await handle.DescribeAsync()).Status.ShouldBe(WorkflowExecutionStatus.Running);
            await handle.TerminateAsync();
            await Should.ThrowAsync<Exception>(() => update);
        });
    }

    // The update comes in the first task of a run that ends at once: both are done.
    [SkippableFact]
    public async Task Update_InTheTaskThatEndsTheRun_IsDone()
    {
        var operation = WithStartWorkflowOperation.Create(
            (FailingUpdates wf) => wf.RunAsync(),
            new($"wf-{Guid.NewGuid()}", TaskQueue) { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
        await WithWorkerAsync(Options().AddWorkflow<FailingUpdates>(), async () =>
        {
            (await Client.ExecuteUpdateWithStartWorkflowAsync((FailingUpdates wf) => wf.EndAsync(), new(operation))).ShouldBe("ended");
            var handle = await operation.GetHandleAsync();
            await handle.GetResultAsync();
            var history = await handle.FetchHistoryAsync();
            history.Events.Count(e => e.EventType == EventType.WorkflowExecutionUpdateCompleted).ShouldBe(1);
            history.Events.Count(e => e.EventType == EventType.WorkflowTaskCompleted).ShouldBe(1);
        });
    }
}
