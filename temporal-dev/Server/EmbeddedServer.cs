using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gauntlet.Temporal.Server;

/// <summary>A Temporal server inside this process: for a laptop, for CI and for tests.</summary>
/// <remarks>
/// It speaks Temporal's gRPC protocol, so that every SDK, the CLI and the Web UI can use it. What it holds ends with it, or, with
/// <see cref="EmbeddedServerOptions.ConnectionString"/>, is in the database and goes on with the next server.
/// </remarks>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly ServerParts _parts;
    private readonly GrpcListener _listener;

    private EmbeddedServer(ServerParts parts, GrpcListener listener)
    {
        _parts = parts;
        _listener = listener;
    }

    /// <summary>Where clients connect: <c>host:port</c>.</summary>
    public string Address => _listener.Endpoints[0].ToString();

    /// <summary>Where processes of this machine connect without certificate and key, if <see cref="EmbeddedServerOptions.AlsoLocal"/> asked for that; else <see cref="Address"/>.</summary>
    public string LocalAddress => _listener.Endpoints[^1].ToString();

    /// <summary>The port that it listens on.</summary>
    public int Port => _listener.Endpoints[0].Port;

    /// <summary>
    /// Completes, with the reason, when this server has lost its database to another one: it refuses everything from then on and should
    /// be ended. Never completes otherwise.
    /// </summary>
    public Task<StoreException> Lost => _parts.Store.Lost;

    /// <summary>Starts a server and returns once it accepts calls.</summary>
    /// <param name="options">How.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an address other than loopback is asked for without certificate and key.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="StoreException">The database cannot be used: another server has it, it is of a later version, or it cannot be reached.</exception>
    public static async Task<EmbeddedServer> StartAsync(EmbeddedServerOptions options, CancellationToken ct = default)
    {
        var places = ListenAddress.Places(options);
        var loggers = options.LoggerFactory ?? NullLoggerFactory.Instance;
        var parts = await ServerParts.OpenAsync(options, loggers, ct);
        try
        {
            await parts.StartAsync();
            var listener = await GrpcListener.StartAsync(places, ServiceTable.Of(parts, options), loggers, ct);
            parts.ListensOn(listener.Endpoints[0], options.AlsoLocal ? listener.Endpoints[^1].Port : null);
            return new(parts, listener);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops: open long polls end at once, empty; calls under way are finished; then every timer is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _parts.DisposeAsync();
    }
}
