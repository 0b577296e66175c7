using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gauntlet.Temporal.Server.Tests.Host;

/// <summary>An embedded server on a free port with a client; ended by disposing.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly GrpcChannel _channel;

    private TestServer(EmbeddedServer server)
    {
        Server = server;
        _channel = new(new() { Target = server.Address });
    }

    public EmbeddedServer Server { get; }

    public static async Task<TestServer> StartAsync(EmbeddedServerOptions? options = null) => new(await EmbeddedServer.StartAsync(options ?? new()));

    public Task<TResponse> WorkflowAsync<TRequest, TResponse>(TRequest request, GrpcCallOptions? call = null)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() => CallAsync<TRequest, TResponse>(ServiceNames.Workflow, request, call);

    public Task<TResponse> OperatorAsync<TRequest, TResponse>(TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() => CallAsync<TRequest, TResponse>(ServiceNames.Operator, request);

    // The method is named by its request, as everywhere in Temporal's API.
    public Task<TResponse> CallAsync<TRequest, TResponse>(string service, TRequest request, GrpcCallOptions? call = null, string? method = null)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new() =>
        _channel.CallAsync<TRequest, TResponse>(service, method ?? request.Descriptor.Name[..^"Request".Length], request, call);

    /// <summary>Calls any method of the workflow service for its status alone.</summary>
    public Task CallAsync(string method, IMessage request) =>
        _channel.CallAsync(ServiceNames.Workflow, method, request, Empty.Parser.WithDiscardUnknownFields(true), new() { Timeout = TimeSpan.FromSeconds(5) });

    public static async Task<GrpcException> RefusalAsync(Task call) => await Should.ThrowAsync<GrpcException>(call);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await Server.DisposeAsync();
    }
}
