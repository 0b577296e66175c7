using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker;

/// <summary>Workers that lose their connection in the middle of a workflow task, as a killed process does; <c>./gauntlet prove sdk</c> kills processes.</summary>
[Collection(EmbeddedServerCollection.Name)]
public class KilledWorkerTests(EmbeddedServerFixture server)
{
    private const int Kills = 4;
    private const int Runs = 8;

    private readonly string _queue = $"tq-{Guid.NewGuid()}";

    [Fact]
    public async Task Worker_KilledInTasks_EveryWorkflowCompletesOnceAndReplays()
    {
        var handles = await Task.WhenAll(Enumerable.Range(0, Runs).Select(i => server.Client.StartWorkflowAsync(
            (KilledWorkflow wf) => wf.RunAsync(i), new($"killed-{Guid.NewGuid()}", _queue) { TaskTimeout = TimeSpan.FromSeconds(1) })));
        var results = Task.WhenAll(handles.Select(handle => handle.GetResultAsync()));

        for (var kill = 0; kill < Kills && !results.IsCompleted; kill++)
        {
            await RunUntilKilledAsync(passages: 3 + (5 * kill), results);
        }

        await RunUntilKilledAsync(passages: int.MaxValue, results);
        (await results).ShouldBe(Enumerable.Range(0, Runs).Select(i => (3 * i) + 3));
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<KilledWorkflow>());
        foreach (var handle in handles)
        {
            var history = await handle.FetchHistoryAsync();
            history.Events.Count(e => e.EventType == EventType.WorkflowExecutionCompleted).ShouldBe(1);
            history.Events.Count(e => e.EventType == EventType.ActivityTaskCompleted).ShouldBe(3);
            (await replayer.ReplayWorkflowAsync(history, throwOnReplayFailure: false)).ReplayFailure.ShouldBeNull();
        }
    }

    private async Task RunUntilKilledAsync(int passages, Task results)
    {
        var connection = await TemporalConnection.ConnectAsync(new() { TargetHost = server.Address });
        KilledWorkflow.Arm(passages, connection.Close);
        var options = new TemporalWorkerOptions(_queue) { StickyQueueScheduleToStartTimeout = TimeSpan.FromSeconds(1) };
        using var worker = new TemporalWorker(
            new TemporalClient(connection, new()), options.AddWorkflow<KilledWorkflow>().AddActivity(KilledWorkflow.Add));
        try
        {
            await worker.ExecuteAsync(() => results.WaitAsync(TimeSpan.FromSeconds(60)));
        }
        catch (ObjectDisposedException)
        {
            // Killed.
        }
    }
}
