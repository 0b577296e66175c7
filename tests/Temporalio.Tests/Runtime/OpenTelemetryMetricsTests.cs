using OpenTelemetry.Proto.Metrics.V1;
using Temporalio.Client;
using Temporalio.Runtime;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker.Slots;

namespace Temporalio.Tests.Runtime;

[Collection(EmbeddedServerCollection.Name)]
public class OpenTelemetryMetricsTests(EmbeddedServerFixture server)
{
    private static readonly TimeSpan Rarely = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(OpenTelemetryProtocol.Grpc)]
    [InlineData(OpenTelemetryProtocol.Http)]
    public async Task Metrics_OfAClient_AreSentAgainAndAgain(OpenTelemetryProtocol protocol)
    {
        await using var collector = await Collector.StartAsync(protocol == OpenTelemetryProtocol.Grpc);
        var runtime = New(collector, protocol, TimeSpan.FromMilliseconds(50));
        using var exporter = runtime.OpenTelemetry!;
        var client = await TemporalClient.ConnectAsync(new(server.Address) { Runtime = runtime });
        await client.Connection.CheckHealthAsync();

        var requests = await collector.MetricAsync("temporal_request");
        requests.Sum.IsMonotonic.ShouldBeTrue();
        requests.Sum.AggregationTemporality.ShouldBe(AggregationTemporality.Cumulative);
        requests.Sum.DataPoints.ShouldContain(point =>
            point.AsInt == 1 && point.Attributes.Any(tag => tag.Key == "operation" && tag.Value.StringValue == "GetSystemInfo"));
        var latency = await collector.MetricAsync("temporal_request_latency");
        latency.Unit.ShouldBe("ms");
        latency.Histogram.DataPoints[0].Count.ShouldBe(1UL);
        latency.Histogram.DataPoints[0].BucketCounts.Count.ShouldBe(latency.Histogram.DataPoints[0].ExplicitBounds.Count + 1);
        collector.Keys.ShouldAllBe(key => key == "secret");
    }

    [Theory]
    [InlineData(OpenTelemetryMetricTemporality.Cumulative, 3)]
    [InlineData(OpenTelemetryMetricTemporality.Delta, 1)]
    public async Task Counter_SentTwice_CountsByTemporality(OpenTelemetryMetricTemporality temporality, long second)
    {
        await using var collector = await Collector.StartAsync(grpc: true);
        var runtime = New(collector, OpenTelemetryProtocol.Grpc, Rarely, temporality);
        using var exporter = runtime.OpenTelemetry!;
        var counter = runtime.MetricMeter.CreateCounter<long>("count");
        var gauge = runtime.MetricMeter.CreateGauge<double>("level");
        gauge.Set(0.5);

        counter.Add(2);
        await exporter.ExportAsync();
        counter.Add(1);
        await exporter.ExportAsync();

        (await collector.NextAsync()).ResourceMetrics[0].ScopeMetrics[0].Metrics.Single(metric => metric.Name == "count").Sum.DataPoints[0].AsInt.ShouldBe(2);
        var metrics = (await collector.NextAsync()).ResourceMetrics[0].ScopeMetrics[0].Metrics;
        metrics.Single(metric => metric.Name == "count").Sum.DataPoints[0].AsInt.ShouldBe(second);
        metrics.Single(metric => metric.Name == "level").Gauge.DataPoints[0].AsDouble.ShouldBe(0.5);
    }

    [Fact]
    public async Task Collector_NotThere_IsLoggedAndForgotten()
    {
        var log = new RecordingLogger();
        var runtime = new TemporalRuntime(
            new(new TelemetryOptions
            {
                Logging = new() { Forwarding = new(log) },
                Metrics = new(new OpenTelemetryOptions("http://127.0.0.1:1") { MetricsExportInterval = Rarely }),
            }));
        using var exporter = runtime.OpenTelemetry!;
        await exporter.ExportAsync();
        log.Lines.ShouldHaveSingleItem().Text.ShouldStartWith("[sdk_core::temporalio_common::telemetry] Failed to export metrics");
    }

    [Fact]
    public async Task Interval_OfOptions_IsKept()
    {
        await using var collector = await Collector.StartAsync(grpc: true);
        var clock = new ManualTime();
        var options = new OpenTelemetryOptions($"http://{collector.Address}") { MetricsExportInterval = TimeSpan.FromMinutes(1) };
        var runtime = new TemporalRuntime(new(new TelemetryOptions { Metrics = new(options) }), clock);
        using var exporter = runtime.OpenTelemetry!;
        clock.Advance(TimeSpan.FromSeconds(59));
        collector.Keys.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await collector.NextAsync()).ResourceMetrics[0].Resource.Attributes[0].Value.StringValue.ShouldBe("temporal-core-sdk");
    }

    [Fact]
    public void Url_None_IsRefused() =>
        Should.Throw<ArgumentException>(() => new TemporalRuntime(new(new TelemetryOptions { Metrics = new(new OpenTelemetryOptions()) })));

    private static TemporalRuntime New(
        Collector collector, OpenTelemetryProtocol protocol, TimeSpan interval, OpenTelemetryMetricTemporality temporality = OpenTelemetryMetricTemporality.Cumulative) =>
        new(new(new TelemetryOptions
        {
            Metrics = new(new OpenTelemetryOptions($"http://{collector.Address}{(protocol == OpenTelemetryProtocol.Http ? "/v1/metrics" : string.Empty)}")
            {
                Protocol = protocol,
                MetricsExportInterval = interval,
                MetricTemporality = temporality,
                Headers = [new("key", "secret")],
            }),
        }));
}
