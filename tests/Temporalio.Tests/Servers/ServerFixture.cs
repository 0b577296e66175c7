using System.Net;
using System.Net.Sockets;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Temporalio.Tests.Servers;

/// <summary>A server that the tests of a collection share.</summary>
public abstract class ServerFixture : IAsyncLifetime
{
    /// <summary>Why there is no server to test against; null if there is one.</summary>
    public string? Absent { get; protected set; }

    /// <summary>Where it listens.</summary>
    public string Address { get; protected set; } = string.Empty;

    /// <summary>A client of the namespace <c>default</c>.</summary>
    public TemporalClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await StartAsync();
        if (Absent is null)
        {
            Client = await TemporalClient.ConnectAsync(new(Address)
            {
                RpcRetry = new() { MaxElapsedTime = TimeSpan.FromSeconds(60), MaxRetries = 1000, MaxInterval = TimeSpan.FromSeconds(1) },
            });
            await WaitForNamespaceAsync();
        }
    }

    public abstract Task DisposeAsync();

    /// <summary>Starts the server, or says why there is none.</summary>
    protected abstract Task StartAsync();

    /// <summary>A port that nobody listens on.</summary>
    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitForNamespaceAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                await Client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "default" });
                return;
            }
            catch (RpcException e) when (e.Code is RpcException.StatusCode.NotFound)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
    }
}
