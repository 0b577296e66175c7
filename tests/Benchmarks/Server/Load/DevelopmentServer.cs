using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Benchmarks.Server.Load;

/// <summary>Temporal's own development server as a process of ours, with its rate limits lifted: what is measured is what it can do.</summary>
internal sealed class DevelopmentServer : IServerProcess
{
    private static readonly string[] LiftedLimits =
    [
        "frontend.rps", "frontend.namespaceRPS", "frontend.namespaceRPS.visibility", "frontend.persistenceMaxQPS", "matching.rps", "matching.persistenceMaxQPS",
        "history.rps", "history.persistenceMaxQPS", "worker.persistenceMaxQPS", "worker.schedulerNamespaceStartWorkflowRPS", "system.visibilityPersistenceMaxReadQPS",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Process _process;

    private DevelopmentServer(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <summary>Starts it and returns once it answers.</summary>
    /// <param name="checkout">Root of the checkout, beside which Temporal's own programs may lie.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="file">File to keep everything in; null for memory.</param>
    /// <exception cref="BenchmarkSkippedException">It is not there.</exception>
    public static async Task<DevelopmentServer> StartAsync(string checkout, CancellationToken cancellation, string? file = null)
    {
        var script = Path.GetFullPath(Path.Combine(checkout, "..", "shared", "temporal", "start-dev"));
        if (!File.Exists(script)) throw new BenchmarkSkippedException($"Temporal's development server is not there ({script})");

        var port = FreePort();
        var start = new ProcessStartInfo(script) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(FreePort().ToString(CultureInfo.InvariantCulture));
        if (file is not null)
        {
            start.ArgumentList.Add("--db-filename");
            start.ArgumentList.Add(file);
        }

        foreach (var limit in LiftedLimits)
        {
            start.ArgumentList.Add("--dynamic-config-value");
            start.ArgumentList.Add($"{limit}=1000000");
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{script} did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new DevelopmentServer(process, $"127.0.0.1:{port}");
        try
        {
            await server.AnswersAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"Temporal's development server ended with exit code {_process.ExitCode}.");
            try
            {
                var client = await TemporalClient.ConnectAsync(new(Address)).WaitAsync(patience.Token);
                await client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "default" }, new() { CancellationToken = patience.Token });
                return;
            }
            catch (Exception error) when (error is RpcException or InvalidOperationException && !patience.IsCancellationRequested)
            {
                // Not up yet.
                await Task.Delay(Pause, Clock, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
