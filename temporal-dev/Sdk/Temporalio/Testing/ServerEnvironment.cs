using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>An environment whose server it started itself.</summary>
internal class ServerEnvironment : WorkflowEnvironment
{
    private readonly IRunningServer _server;
    private readonly TemporalConnection _connection;

    /// <summary>Makes the environment.</summary>
    protected ServerEnvironment(IRunningServer server, TemporalConnection connection, TemporalClientOptions options)
        : base(new TemporalClient(connection, options))
    {
        _server = server;
        _connection = connection;
    }

    /// <summary>Waits until the server answers, and makes the environment.</summary>
    public static async Task<WorkflowEnvironment> ConnectAsync(
        IRunningServer server, TemporalClientConnectOptions options, bool timeSkipping)
    {
        try
        {
            var connection = await ConnectAsync(server.Address, options);
            return timeSkipping
                ? new TimeSkippingEnvironment(server, connection, options.ToClientOptions())
                : new ServerEnvironment(server, connection, options.ToClientOptions());
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public override async Task ShutdownAsync()
    {
        _connection.Close();
        await _server.DisposeAsync();
    }

    // A server in a process of its own takes its time until it answers; the client's own retries are for later.
    private static async Task<TemporalConnection> ConnectAsync(string address, TemporalClientConnectOptions options)
    {
        var patient = (TemporalClientConnectOptions)options.Clone();
        patient.TargetHost = address;
        patient.RpcRetry = new()
        {
            MaxElapsedTime = TimeSpan.FromSeconds(60),
            MaxRetries = int.MaxValue,
            MaxInterval = TimeSpan.FromSeconds(1),
        };
        var first = await TemporalConnection.ConnectAsync(patient);
        try
        {
            await DescribeNamespaceAsync(first, options.Namespace);
        }
        finally
        {
            first.Close();
        }

        patient.RpcRetry = options.RpcRetry;
        return await TemporalConnection.ConnectAsync(patient);
    }

    private static async Task DescribeNamespaceAsync(TemporalConnection connection, string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                await connection.WorkflowService.DescribeNamespaceAsync(
                    new() { Namespace = name }, new() { Retry = true, CancellationToken = limit.Token });
                return;
            }
            catch (Exceptions.RpcException e) when (e.Code == Exceptions.RpcException.StatusCode.NotFound)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (Exceptions.RpcException e) when (e.Code == Exceptions.RpcException.StatusCode.Unimplemented)
            {
                // Temporal's test server knows no namespaces and takes any.
                return;
            }
        }
    }
}
