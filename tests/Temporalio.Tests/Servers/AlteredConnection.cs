using System.Runtime.InteropServices;
using Google.Protobuf;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;

namespace Temporalio.Tests.Servers;

/// <summary>A connection to a real server, some of whose answers are altered on the way: as a newer server would give them.</summary>
internal sealed class AlteredConnection : ITemporalConnection
{
    private readonly TemporalConnection _inner;
    private readonly AlteredService _service;

    public AlteredConnection(TemporalConnection inner) => (_inner, _service) = (inner, new(inner));

    public IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata
    {
        get => _inner.RpcMetadata;
        set => _inner.RpcMetadata = value;
    }

    public IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata
    {
        get => _inner.RpcBinaryMetadata;
        set => _inner.RpcBinaryMetadata = value;
    }

    public string? ApiKey
    {
        get => _inner.ApiKey;
        set => _inner.ApiKey = value;
    }

    public WorkflowService WorkflowService => _service;

    public OperatorService OperatorService => _inner.OperatorService;

    public TestService TestService => _inner.TestService;

    public TemporalConnectionOptions Options => _inner.Options;

    public bool IsConnected => _inner.IsConnected;

    public SafeHandle? BridgeClient => _inner.BridgeClient;

    /// <summary>What the namespace says of itself besides.</summary>
    public void Namespace(Action<NamespaceInfo> alter) => After<DescribeNamespaceResponse>("DescribeNamespace", answer =>
    {
        answer.NamespaceInfo.Capabilities ??= new();
        answer.NamespaceInfo.Limits ??= new();
        alter(answer.NamespaceInfo);
    });

    /// <summary>Does something before a call is sent.</summary>
    public void Before<TRequest>(string rpc, Func<TRequest, Task> act)
        where TRequest : IMessage => _service.Before[rpc] = request => act((TRequest)request);

    public Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null) => _inner.CheckHealthAsync(service, options);

    public Task ConnectAsync() => _inner.ConnectAsync();

    private void After<TResponse>(string rpc, Action<TResponse> alter)
        where TResponse : IMessage => _service.After[rpc] = answer => alter((TResponse)answer);

    private sealed class AlteredService(TemporalConnection connection) : WorkflowService
    {
        public Dictionary<string, Func<IMessage, Task>> Before { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Action<IMessage>> After { get; } = new(StringComparer.Ordinal);

        protected override async Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null)
        {
            await (Before.TryGetValue(rpc, out var before) ? before(req) : Task.CompletedTask);
            var answer = await connection.InvokeRpcAsync(this, rpc, req, resp, options);
            if (After.TryGetValue(rpc, out var after))
            {
                after(answer);
            }

            return answer;
        }
    }
}
