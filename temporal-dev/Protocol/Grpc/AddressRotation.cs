using System.Net;
using System.Net.Sockets;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Connects to the addresses behind a name in turn, and looks the name up again from time to time.</summary>
internal sealed class AddressRotation(TimeSpan refresh, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> lookUp)
{
    private readonly Lock _lock = new();
    private IPAddress[] _addresses = [];
    private long _lookedUp;
    private int _next;

    /// <summary>Opens a connection to the next address that answers.</summary>
    /// <exception cref="SocketException">None of them does.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(target.Host, cancellationToken);
        for (var tried = 1; ; tried++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(Next(addresses), target.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (tried < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    /// <summary>The address whose turn it is.</summary>
    internal IPAddress Next(IPAddress[] addresses) => addresses[(int)((uint)Interlocked.Increment(ref _next) % (uint)addresses.Length)];

    /// <summary>The addresses of a name, as known or looked up.</summary>
    internal async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_addresses.Length > 0 && clock.GetElapsedTime(_lookedUp) < refresh) return _addresses;
        }

        var found = await lookUp(host, cancellationToken);
        if (found.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        lock (_lock)
        {
            _addresses = found;
            _lookedUp = clock.GetTimestamp();
        }

        return found;
    }
}
