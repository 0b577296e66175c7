using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gauntlet.Temporal.Server.Tests.Cli;

/// <summary>The real development server on a free port of loopback.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly Process _process;

    public RealServer(TemporalCli cli)
    {
        var port = FreePort();
        Address = $"127.0.0.1:{port}";
        _process = cli.Start(["server", "start-dev", "--ip", "127.0.0.1", "--port", Text(port), "--http-port", Text(FreePort()), "--headless", "--log-level", "never"]);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
