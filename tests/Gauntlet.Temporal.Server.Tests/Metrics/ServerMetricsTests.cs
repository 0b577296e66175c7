using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Gauntlet.Temporal.Server.Metrics;
using Gauntlet.Temporal.Server.Tests.Engine;
using Gauntlet.Temporal.Server.Tests.Host;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Metrics;

public sealed class ServerMetricsTests
{
    // Other tests' servers measure too: a namespace, queue and method of its own tell this one's apart.
    private const string Queue = "metrics-queue";

    private readonly ConcurrentBag<(string Name, double Value, string Tags)> _seen = [];

    [Fact]
    public async Task Meter_CallsAndRuns_AreMeasured()
    {
        using var listener = Listen();
        await using var worker = await HandWorker.StartAsync();
        await worker.StartWorkflowAsync("one", start => start.TaskQueue = new() { Name = Queue });
        await TestServer.RefusalAsync(worker.Server.WorkflowAsync<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>(new() { Namespace = "default" }));

        listener.RecordObservableInstruments();

        _seen.ShouldContain(one => one.Name == "service_requests" && one.Value == 1 && one.Tags.Contains("operation=StartWorkflowExecution"));
        _seen.ShouldContain(one => one.Name == "service_latency" && one.Value > 0 && one.Tags.Contains("operation=StartWorkflowExecution"));
        _seen.ShouldContain(one => one.Name == "service_errors" && one.Tags.Contains("operation=SignalWorkflowExecution") && one.Tags.Contains("error_type=InvalidArgument"));
        _seen.ShouldContain(one => one.Name == "workflow_runs" && one.Value >= 1 && one.Tags.Contains("status=Running"));
        _seen.ShouldContain(one => one.Name == "approximate_backlog_count" && one.Value == 1 && one.Tags.Contains($"taskqueue={Queue}") && one.Tags.Contains("task_type=Workflow"));
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == ServerMetrics.MeterName) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))));
}
