using System.Runtime.InteropServices;
using Gauntlet.Temporal.Grpc;
using Google.Protobuf;
using Grpc.Health.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;
using Temporalio.Runtime;

namespace Temporalio.Client;

/// <summary>A connection to a server. Safe for any number of threads; clients and workers share it.</summary>
public sealed class TemporalConnection : ITemporalConnection
{
    private const string HealthService = "grpc.health.v1.Health";

    private readonly GrpcChannel _channel;
    private readonly GrpcRetryPolicy _retry;
    private readonly RpcMetrics _metrics;
    private readonly PayloadGuard _payloads;
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private volatile bool _connected;
    private IReadOnlyCollection<KeyValuePair<string, string>> _metadata;
    private IReadOnlyCollection<KeyValuePair<string, byte[]>> _binaryMetadata;
    private string? _apiKey;

    private TemporalConnection(TemporalConnectionOptions options)
    {
        Options = (TemporalConnectionOptions)options.Clone();
        Options.Identity ??= $"{Environment.ProcessId}@{Environment.MachineName}";
        _channel = new(ConnectionChannel.OptionsFor(Options));
        _retry = ConnectionChannel.RetryFor(Options);
        var runtime = Options.Runtime ?? TemporalRuntime.Default;
        _metrics = new(runtime);
        _payloads = new(Options.PayloadLimits, runtime.Log);
        _metadata = Options.RpcMetadata ?? [];
        _binaryMetadata = Options.RpcBinaryMetadata ?? [];
        _apiKey = Options.ApiKey;
        WorkflowService = new WorkflowService.Core(this);
        OperatorService = new OperatorService.Core(this);
        TestService = new TestService.Core(this);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata
    {
        get => _metadata;
        set => SetConnected(ref _metadata, value);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata
    {
        get => _binaryMetadata;
        set => SetConnected(ref _binaryMetadata, value);
    }

    /// <inheritdoc />
    public string? ApiKey
    {
        get => _apiKey;
        set => SetConnected(ref _apiKey, value);
    }

    /// <inheritdoc />
    public WorkflowService WorkflowService { get; private init; }

    /// <inheritdoc />
    public OperatorService OperatorService { get; private init; }

    /// <inheritdoc />
    public TestService TestService { get; private init; }

    /// <inheritdoc />
    public TemporalConnectionOptions Options { get; private init; }

    /// <inheritdoc />
    public bool IsConnected => _connected;

    /// <inheritdoc />
    public SafeHandle? BridgeClient => null;

    /// <summary>Workers that take first tasks from answers to starts.</summary>
    internal EagerStarts EagerStarts { get; } = new();

    /// <summary>What the server can do; null before the connection is made, or if the server is too old to say.</summary>
    internal GetSystemInfoResponse? SystemInfo { get; private set; }

    /// <summary>Connects.</summary>
    /// <param name="options">Where to, and how.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">The target is missing or no address.</exception>
    /// <exception cref="InvalidOperationException">The server did not answer.</exception>
    public static async Task<TemporalConnection> ConnectAsync(TemporalConnectionOptions options)
    {
        var connection = new TemporalConnection(options);
        try
        {
            await connection.ConnectAsync();
        }
        catch
        {
            connection.Close();
            throw;
        }

        return connection;
    }

    /// <summary>Makes a connection that connects at its first use.</summary>
    /// <param name="options">Where to, and how.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">The target is missing or no address.</exception>
    public static TemporalConnection CreateLazy(TemporalConnectionOptions options) => new(options);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The server did not answer.</exception>
    public async Task ConnectAsync()
    {
        if (_connected)
        {
            return;
        }

        await _connecting.WaitAsync();
        try
        {
            if (!_connected)
            {
                SystemInfo = await GetSystemInfoAsync();
                _connected = true;
            }
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <inheritdoc />
    public async Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null)
    {
        await ConnectAsync();
        var request = new HealthCheckRequest { Service = (service ?? WorkflowService).FullName };
        var response = await CallAsync(HealthService, "Check", request, HealthCheckResponse.Parser, options);
        return response.Status == HealthCheckResponse.Types.ServingStatus.Serving;
    }

    /// <summary>Closes the connection; calls under way fail.</summary>
    internal void Close() => _channel.Dispose();

    /// <summary>Calls a method of a service, after connecting if need be.</summary>
    /// <exception cref="RpcException">The call did not succeed.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    internal async Task<T> InvokeRpcAsync<T>(
        RpcService service, string rpc, IMessage request, MessageParser<T> parser, RpcOptions? options)
        where T : IMessage<T>
    {
        if (!_connected)
        {
            await ConnectAsync();
        }

        return await CallAsync(service.FullName, rpc, request, parser, options);
    }

    private async Task<GetSystemInfoResponse?> GetSystemInfoAsync()
    {
        try
        {
            return await CallAsync(
                WorkflowService.FullName,
                "GetSystemInfo",
                new GetSystemInfoRequest(),
                GetSystemInfoResponse.Parser,
                new RpcOptions { Retry = true });
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.Unimplemented)
        {
            return null;
        }
        catch (RpcException e)
        {
            throw new InvalidOperationException($"Connection failed: {e.Code}: {e.Message}", e);
        }
    }

    private async Task<T> CallAsync<T>(
        string service, string rpc, IMessage request, MessageParser<T> parser, RpcOptions? options)
        where T : IMessage<T>
    {
        _payloads.Check(request, options?.PayloadErrors);
        var call = new GrpcCallOptions
        {
            Metadata = RpcHeaders.For(request, _apiKey, _metadata, options?.Metadata),
            BinaryMetadata = RpcHeaders.Binary(_binaryMetadata, options?.BinaryMetadata),
            Timeout = options?.Timeout ?? RpcTimeouts.For(request),
            Retry = options?.Retry == true ? _retry : null,
            TryEnded = _metrics.For(service, rpc, request),
        };
        try
        {
            return await _channel.CallAsync(
                service, rpc, request, parser, call, options?.CancellationToken ?? CancellationToken.None);
        }
        catch (GrpcException e)
        {
            throw new RpcException((RpcException.StatusCode)e.Code, e.Detail, e.Status?.ToByteArray());
        }
    }

    private void SetConnected<T>(ref T field, T value)
    {
        if (!_connected)
        {
            throw new InvalidOperationException("Cannot set RPC metadata or API key if client never connected");
        }

        field = value;
    }
}
