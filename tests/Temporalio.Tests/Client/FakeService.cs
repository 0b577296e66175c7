using System.Collections.Concurrent;
using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>A server that knows two calls, remembers what it is sent and fails as it is told.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private const string Service = "temporal.api.workflowservice.v1.WorkflowService";

    private readonly ConcurrentQueue<GrpcException> _failures = new();
    private WebServer? _server;

    public string Address => _server!.Address;

    public int Port => _server!.Port;

    /// <summary>Method, headers by name, and the subject of the caller's certificate, of each call.</summary>
    public ConcurrentQueue<(string Method, Dictionary<string, string> Headers)> Calls { get; } = new();

    /// <summary>Whose certificate the caller of the last call showed; null for none.</summary>
    public string? Caller { get; private set; }

    /// <summary>The last call to describe a namespace.</summary>
    public Dictionary<string, string> Last => Calls.Last(call => call.Method == $"/{Service}/DescribeNamespace").Headers;

    public static async Task<FakeService> StartAsync(HttpsConnectionAdapterOptions? https = null)
    {
        var service = new FakeService();
        var map = new GrpcServiceMap()
            .Unary<GetSystemInfoRequest, GetSystemInfoResponse>(Service, "GetSystemInfo", (_, call) => service.AnswerAsync(call, new GetSystemInfoResponse()))
            .Unary<DescribeNamespaceRequest, DescribeNamespaceResponse>(
                Service, "DescribeNamespace", (_, call) => service.AnswerAsync(call, new DescribeNamespaceResponse(), service._failures));
        service._server = await WebServer.StartAsync(
            listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                if (https is not null) listen.UseHttps(https);
            },
            web =>
            {
                web.Use(async (context, next) =>
                {
                    service.Caller = context.Connection.ClientCertificate?.Subject;
                    await next(context);
                });
                web.MapGrpc(map);
            });
        return service;
    }

    /// <summary>Lets calls that describe a namespace fail, one after the other.</summary>
    public void Fail(params GrpcException[] failures) => failures.ToList().ForEach(_failures.Enqueue);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task<T> AnswerAsync<T>(GrpcServerCall call, T answer, ConcurrentQueue<GrpcException>? failures = null)
        where T : IMessage
    {
        Calls.Enqueue((call.Method, call.Metadata.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal)));
        return failures?.TryDequeue(out var failure) == true ? throw failure : Task.FromResult(answer);
    }
}
