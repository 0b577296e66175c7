using System.Diagnostics.Metrics;
using Temporalio.Client;
using Temporalio.Extensions.DiagnosticSource;
using Temporalio.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Extensions;

[Collection(EmbeddedServerCollection.Name)]
public sealed class DiagnosticMeterTests : IDisposable
{
    private readonly EmbeddedServerFixture _server;
    private readonly Meter _meter = new($"meter-{Guid.NewGuid()}");
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, object Value, Dictionary<string, object?> Tags)> _seen = [];
    private readonly TemporalRuntime _runtime;

    public DiagnosticMeterTests(EmbeddedServerFixture server)
    {
        _server = server;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        _listener.Start();
        _runtime = new(new(new TelemetryOptions
        {
            Metrics = new() { CustomMetricMeter = new CustomMetricMeter(_meter), CustomMetricMeterOptions = new() { HistogramDurationFormat = CustomMetricMeterOptions.DurationFormat.TimeSpan } },
        }));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void Values_OfEachKind_ReachTheMeter()
    {
        var meter = _runtime.MetricMeter.WithTags([new("one", "1"), new("two", 2L)]);
        meter.CreateCounter<long>("count").Add(3, [new("two", 3L)]);
        meter.CreateHistogram<TimeSpan>("took").Record(TimeSpan.FromSeconds(1.5));
        meter.CreateHistogram<double>("size").Record(2.5);
        var level = meter.CreateGauge<long>("level");
        level.Set(1);
        level.Set(7);
        level.Set(5, [new("one", "other")]);
        _listener.RecordObservableInstruments();

        _seen.Select(seen => $"{seen.Name} {seen.Value} {seen.Tags["one"]} {seen.Tags["two"]}").Order(StringComparer.Ordinal).ShouldBe(
            ["count 3 1 3", "level 5 other 2", "level 7 1 2", "size 2.5 1 2", "took 1500 1 2"]);
        _seen[0].Tags["service_name"].ShouldBe("temporal-core-sdk");
    }

    [Fact]
    public void Gauge_ManyTags_KeepsTheFirstFiftyThousand()
    {
        var level = _runtime.MetricMeter.CreateGauge<long>("level");
        for (var i = 0; i < 50_001; i++) level.Set(i, [new("n", (long)i)]);
        _listener.RecordObservableInstruments();
        _seen.Count.ShouldBe(50_000);
    }

    [Fact]
    public async Task Metrics_OfAWorkflow_ReachTheMeterOnce()
    {
        var client = await TemporalClient.ConnectAsync(new(_server.Address) { Runtime = _runtime });
        var queue = $"tq-{Guid.NewGuid()}";
        var options = new TemporalWorkerOptions(queue) { MaxCachedWorkflows = 0 }.AddWorkflow<CountingWorkflow>();
        using var worker = new TemporalWorker(client, options);
        await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((CountingWorkflow wf) => wf.RunAsync(), new($"wf-{Guid.NewGuid()}", queue)));

        List<(string Name, object Value, Dictionary<string, object?> Tags)> mine;
        lock (_seen) mine = [.. _seen.Where(seen => seen.Name == "my-count")];
        mine.Select(seen => seen.Value).ShouldBe([1L, 2L]);
        mine.ShouldAllBe(seen => (string?)seen.Tags["workflow_type"] == "CountingWorkflow" && (string?)seen.Tags["task_queue"] == queue);
    }

    private void See(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var copy = tags.ToArray().ToDictionary(StringComparer.Ordinal);
        lock (_seen) _seen.Add((instrument.Name, value, copy));
    }
}
