using Temporalio.Client;
using Temporalio.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Worker;

namespace Temporalio.Tests.Worker.Metrics;

[Collection(EmbeddedServerCollection.Name)]
public class WorkerMetricsTests(EmbeddedServerFixture server)
{
    private readonly RecordingMeter _meter = new();
    private readonly string _queue = $"tq-{Guid.NewGuid()}";

    // Names, tags and worker types as Temporal's SDK reference lists them (docs.temporal.io/references/sdk-metrics).
    [Fact]
    public async Task Metrics_OfAWorker_HaveCoresNames()
    {
        await RunAsync(client => client.ExecuteWorkflowAsync((Greeting wf) => wf.RunAsync("you"), new($"wf-{Guid.NewGuid()}", _queue)));

        // What the connection counts besides is no worker's.
        var names = _meter.Values.Select(v => v.Name).Where(name => !name.Contains("request", StringComparison.Ordinal)).Distinct().ToList();
        names.ShouldBe(
            [
                "temporal_worker_task_slots_available", "temporal_worker_task_slots_used", "temporal_num_pollers",
                "temporal_workflow_task_queue_poll_succeed", "temporal_workflow_task_schedule_to_start_latency",
                "temporal_workflow_task_execution_latency", "temporal_workflow_completed", "temporal_workflow_endtoend_latency",
                "temporal_sticky_cache_size", "temporal_sticky_cache_hit", "temporal_activity_schedule_to_start_latency",
                "temporal_activity_execution_latency", "temporal_activity_succeed_endtoend_latency",
            ],
            ignoreOrder: true,
            customMessage: string.Join(' ', names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Slots_OfAWorker_AreShownByKind()
    {
        await RunAsync(client => client.ExecuteWorkflowAsync((Greeting wf) => wf.RunAsync("you"), new($"wf-{Guid.NewGuid()}", _queue)));

        foreach (var kind in new[] { "WorkflowWorker", "ActivityWorker", "LocalActivityWorker" })
        {
            var available = _meter.Of("temporal_worker_task_slots_available").Where(v => (string)v.Tags["worker_type"] == kind).ToList();
            available.ShouldNotBeEmpty();
            available[^1].Value.ShouldBe(100);
            available[0].Tags["task_queue"].ShouldBe(_queue);
            available[0].Tags["namespace"].ShouldBe("default");
            available[0].Tags["service_name"].ShouldBe("temporal-core-sdk");
        }

        var used = _meter.Of("temporal_worker_task_slots_used").Where(v => (string)v.Tags["worker_type"] == "ActivityWorker").Select(v => v.Value).ToList();
        used.ShouldContain(1);
        used[^1].ShouldBe(0);
    }

    [Fact]
    public async Task FailedTask_OfAWorkflow_IsCountedWithItsReason()
    {
        await RunAsync(async client =>
        {
            var handle = await client.StartWorkflowAsync("NoSuchType", [], new($"wf-{Guid.NewGuid()}", _queue));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (!_meter.Of("temporal_workflow_task_execution_failed").Any())
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }

            await handle.TerminateAsync();
        });

        var (tags, value) = _meter.Of("temporal_workflow_task_execution_failed").First();
        value.ShouldBe(1);
        tags["failure_reason"].ShouldBe("WorkflowError");
        tags["workflow_type"].ShouldBe("NoSuchType");
    }

    private async Task RunAsync(Func<TemporalClient, Task> test)
    {
        var client = await TemporalClient.ConnectAsync(new(server.Address)
        {
            Runtime = new(new(new TelemetryOptions { Metrics = new() { CustomMetricMeter = _meter } })),
        });
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(_queue).AddWorkflow<Greeting>().AddActivity(Greeting.Greet));
        await worker.ExecuteAsync(() => test(client).WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
