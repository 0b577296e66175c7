using System.Collections.Concurrent;
using System.Threading.Channels;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Metrics.V1;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Runtime;

/// <summary>Takes metrics as an OpenTelemetry collector does, by gRPC or by HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly Channel<ExportMetricsServiceRequest> _exports = Channel.CreateUnbounded<ExportMetricsServiceRequest>();
    private WebServer? _server;

    /// <summary>A header <c>key</c> of each call.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public string Address => _server!.Address;

    public static async Task<Collector> StartAsync(bool grpc)
    {
        var collector = new Collector();
        var services = new GrpcServiceMap().Unary<ExportMetricsServiceRequest, ExportMetricsServiceResponse>(
            "opentelemetry.proto.collector.metrics.v1.MetricsService",
            "Export",
            (request, call) => Task.FromResult(collector.Take(request, call.Metadata["key"].ToString())));
        collector._server = grpc
            ? await WebServer.StartAsync(listen => listen.Protocols = HttpProtocols.Http2, web => web.MapGrpc(services))
            : await WebServer.StartAsync(listen => listen.Protocols = HttpProtocols.Http1, web => web.MapPost("/v1/metrics", collector.TakeAsync));
        return collector;
    }

    /// <summary>Waits for an export in which a metric is.</summary>
    public async Task<Metric> MetricAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var export in _exports.Reader.ReadAllAsync(limit.Token))
        {
            if (export.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics).FirstOrDefault(metric => metric.Name == name) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"No {name} came.");
    }

    public async Task<ExportMetricsServiceRequest> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _exports.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private ExportMetricsServiceResponse Take(ExportMetricsServiceRequest request, string key)
    {
        Keys.Enqueue(key);
        _exports.Writer.TryWrite(request);
        return new();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Request.ContentType.ShouldBe("application/x-protobuf");
        Take(ExportMetricsServiceRequest.Parser.ParseFrom(body.ToArray()), context.Request.Headers["key"].ToString());
    }
}
