using Temporalio.Client;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>Starts whose first task comes with the answer.</summary>
public abstract class EagerStartContract(ServerFixture server) : WorkerContract(server)
{
    // The task counts as started by the client that asked for it, and by no poll.
    [SkippableFact]
    public async Task Start_WithAWorkerOnTheConnection_IsDoneWithoutAPoll()
    {
        var client = await TemporalClient.ConnectAsync(new(Client.Connection.Options.TargetHost!) { Identity = "eager" });
        var options = new TemporalWorkerOptions(TaskQueue) { Identity = "poller" }.AddWorkflow<LargeResult>();
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(async () =>
        {
            (await StartedByAsync(client, eager: true)).ShouldBe("eager");
            (await StartedByAsync(client, eager: false)).ShouldBe("poller");
        });
    }

    // Nobody here could take the task: it is not asked for, lest it be lost until its timeout.
    [SkippableFact]
    public async Task Start_WithoutAWorkerOnTheConnection_IsDoneByAPoll()
    {
        using var worker = new TemporalWorker(Client, new TemporalWorkerOptions(TaskQueue) { Identity = "poller" }.AddWorkflow<LargeResult>());
        var other = await TemporalClient.ConnectAsync(new(Client.Connection.Options.TargetHost!));
        await worker.ExecuteAsync(async () => (await StartedByAsync(other, eager: true)).ShouldBe("poller"));
    }

    private async Task<string> StartedByAsync(TemporalClient client, bool eager)
    {
        var options = NewWorkflow();
        options.RequestEagerStart = eager;
        options.TaskTimeout = TimeSpan.FromSeconds(60);
        var handle = await client.StartWorkflowAsync((LargeResult wf) => wf.RunAsync(2), options);
        (await handle.GetResultAsync().WaitAsync(Soon)).ShouldBe("xx");
        return (await handle.FetchHistoryAsync()).Events.First(e => e.WorkflowTaskStartedEventAttributes != null).WorkflowTaskStartedEventAttributes.Identity;
    }
}
