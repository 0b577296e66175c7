using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gauntlet.Proofs.Processes;
using Temporalio.Client;
using Temporalio.Runtime;

namespace Gauntlet.Proofs.Server;

/// <summary><c>gauntlet server</c> on a database, at one address through all its lives.</summary>
internal sealed class ServerUnderTest : IDisposable
{
    private readonly string _home;
    private readonly string _database;
    private readonly int _port = FreePort();
    private GauntletProcess? _process;

    /// <param name="home">Home folder.</param>
    /// <param name="database">Npgsql connection string.</param>
    public ServerUnderTest(string home, string database) => (_home, _database) = (home, database);

    /// <summary>Starts it, and returns once it serves.</summary>
    public async Task StartAsync(CancellationToken cancellation) => _process = await GauntletProcess.StartAsync(
        _home, ["server", "--store", "postgres", "--port", _port.ToString(CultureInfo.InvariantCulture)], ready: "serving", _database, cancellation);

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        using var process = _process!;
        await process.KillAsync();
    }

    /// <summary>A client to it.</summary>
    public async Task<ITemporalClient> ConnectAsync() => await TemporalClient.ConnectAsync(new($"127.0.0.1:{_port}")
    {
        RpcRetry = new() { MaxInterval = TimeSpan.FromMilliseconds(500) },

        // That the server is away now and then is no news here.
        Runtime = new(new() { Telemetry = new() { Logging = new() { Filter = new(TelemetryFilterOptions.Level.Error) } } }),
    });

    public void Dispose() => _process?.Dispose();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
