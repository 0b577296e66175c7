using System.Net;
using System.Net.Sockets;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Runtime;
using Temporalio.Runtime.Metrics;
using Temporalio.Tests.Servers;
using Temporalio.Tests.Worker;
using Temporalio.Worker;

namespace Temporalio.Tests.Runtime;

[Collection(EmbeddedServerCollection.Name)]
public class PrometheusTests(EmbeddedServerFixture server)
{
    [Fact]
    public async Task Metrics_OfClientAndWorker_AreServed()
    {
        var runtime = New(new() { BindAddress = "127.0.0.1:0" }, metrics => metrics.GlobalTags = [new("site", "lab")]);
        using var endpoint = runtime.Prometheus!;
        var client = await TemporalClient.ConnectAsync(new(server.Address) { Runtime = runtime });
        var queue = $"tq-{Guid.NewGuid()}";
        using (var worker = new TemporalWorker(client, new TemporalWorkerOptions(queue).AddWorkflow<GreetingWorkflow>().AddAllActivities(typeof(GreetingActivities), null)))
        {
            await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new($"wf-{Guid.NewGuid()}", queue)));
        }

        var (status, type, text) = await GetAsync(endpoint.Address, "/metrics");

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe("text/plain");
        var lines = text.Split('\n');
        lines.ShouldContain("# TYPE temporal_workflow_completed counter");
        lines.ShouldContain($"temporal_workflow_completed{{namespace=\"default\",service_name=\"temporal-core-sdk\",site=\"lab\",task_queue=\"{queue}\",workflow_type=\"GreetingWorkflow\"}} 1");
        lines.ShouldContain("temporal_request{namespace=\"default\",operation=\"StartWorkflowExecution\",service_name=\"temporal-core-sdk\",site=\"lab\"} 1");
        lines.ShouldContain(line => line.StartsWith("temporal_long_request{namespace=\"default\",operation=\"PollWorkflowTaskQueue\"", StringComparison.Ordinal));
        lines.ShouldContain("# TYPE temporal_activity_execution_latency histogram");
        lines.ShouldContain(line => line.StartsWith("temporal_activity_execution_latency_bucket{", StringComparison.Ordinal) && line.Contains("le=\"+Inf\"", StringComparison.Ordinal));
        (await GetAsync(endpoint.Address, "/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // Text format 0.0.4 of prometheus.io/docs/instrumenting/exposition_formats; buckets count what lies at or below their bound.
    [Fact]
    public void Text_OfEachKind_IsTheExpositionFormat()
    {
        var options = new PrometheusOptions("127.0.0.1:0") { HasCounterTotalSuffix = true, HasUnitSuffix = true };
        var runtime = New(options, metrics => metrics.AttachServiceName = false);
        using var endpoint = runtime.Prometheus!;
        var meter = runtime.MetricMeter.WithTags([new("tag-one", "a\"b")]);
        meter.CreateCounter<long>("my-count", "things", "How\nmany").Add(2);
        meter.CreateGauge<double>("level").Set(1.5);
        var times = meter.CreateHistogram<TimeSpan>("took", null, "Time");
        foreach (var time in new[] { 50, 51, 20_000 }) times.Record(TimeSpan.FromMilliseconds(time));

        PrometheusText.Of(endpoint.Store, options).ShouldBe(
            """
            # TYPE level gauge
            level{tag_one="a\"b"} 1.5
            # HELP my_count_things_total How\nmany
            # TYPE my_count_things_total counter
            my_count_things_total{tag_one="a\"b"} 2
            # HELP took_milliseconds Time
            # TYPE took_milliseconds histogram
            took_milliseconds_bucket{tag_one="a\"b",le="50"} 1
            took_milliseconds_bucket{tag_one="a\"b",le="100"} 2
            took_milliseconds_bucket{tag_one="a\"b",le="500"} 2
            took_milliseconds_bucket{tag_one="a\"b",le="1000"} 2
            took_milliseconds_bucket{tag_one="a\"b",le="2500"} 2
            took_milliseconds_bucket{tag_one="a\"b",le="10000"} 2
            took_milliseconds_bucket{tag_one="a\"b",le="+Inf"} 3
            took_milliseconds_sum{tag_one="a\"b"} 20101
            took_milliseconds_count{tag_one="a\"b"} 3

            """);
    }

    [Fact]
    public void Durations_InSecondsWithOwnBuckets_AreCountedSo()
    {
        var options = new PrometheusOptions("127.0.0.1:0")
        {
            UseSecondsForDuration = true,
            HistogramBucketOverrides = new Dictionary<string, IReadOnlyCollection<double>> { ["took"] = [0.1, 1] },
        };
        var runtime = New(options, metrics => metrics.AttachServiceName = false);
        using var endpoint = runtime.Prometheus!;
        runtime.MetricMeter.CreateHistogram<TimeSpan>("took").Record(TimeSpan.FromMilliseconds(500));

        PrometheusText.Of(endpoint.Store, options).ShouldContain("took_bucket{le=\"0.1\"} 0\ntook_bucket{le=\"1\"} 1\ntook_bucket{le=\"+Inf\"} 1\ntook_sum 0.5\n");
    }

    [Fact]
    public async Task Prefix_OfOptions_IsThatOfTheSdkAlone()
    {
        var runtime = New(new("127.0.0.1:0"), metrics => metrics.MetricPrefix = "foo_");
        using var endpoint = runtime.Prometheus!;
        var client = await TemporalClient.ConnectAsync(new(server.Address) { Runtime = runtime });
        runtime.MetricMeter.CreateCounter<long>("mine").Add(1);

        await client.Connection.WorkflowService.GetSystemInfoAsync(new());

        endpoint.Store.Metrics.Select(metric => metric.Name).ShouldBe(["foo_request", "foo_request_latency", "mine"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9000")]
    [InlineData("localhost")]
    public void BindAddress_None_IsRefused(string? address) =>
        Should.Throw<ArgumentException>(() => New(new() { BindAddress = address })).Message.ShouldContain("BindAddress");

    [Fact]
    public void BindAddress_Taken_IsRefused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Should.Throw<InvalidOperationException>(() => New(new($"{other.LocalEndpoint}"))).Message.ShouldContain($"{other.LocalEndpoint}");
    }

    [Fact]
    public void Metrics_NowhereOrTwice_AreRefused()
    {
        Should.Throw<ArgumentException>(() => new TemporalRuntime(new(new TelemetryOptions { Metrics = new() })));
        Should.Throw<ArgumentException>(() => new TemporalRuntime(new(new TelemetryOptions
        {
            Metrics = new() { Prometheus = new("127.0.0.1:0"), OpenTelemetry = new("http://127.0.0.1:1") },
        })));
    }

    private static TemporalRuntime New(PrometheusOptions options, Action<MetricsOptions>? change = null)
    {
        var metrics = new MetricsOptions(options);
        change?.Invoke(metrics);
        return new(new(new TelemetryOptions { Metrics = metrics }));
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> GetAsync(IPEndPoint address, string path)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"http://{address}{path}"));
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }
}
