using System.Net;
using System.Net.Sockets;

namespace Gauntlet.Temporal.Server.Tests.Hostile;

/// <summary>A peer below HTTP/2, which need not keep to it.</summary>
internal sealed class RawPeer : IDisposable
{
    /// <summary>What an HTTP/2 client says first (RFC 9113, section 3.4), with an empty SETTINGS frame.</summary>
    public static readonly byte[] Preface = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0];

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Connects.</summary>
    public static async Task<RawPeer> ConnectAsync(int port)
    {
        var peer = new RawPeer();
        await peer._socket.ConnectAsync(IPAddress.Loopback, port);
        return peer;
    }

    /// <summary>Sends bytes; a server that has hung up meanwhile is no error.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _socket.SendAsync(bytes);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted)
        {
            // It has seen enough.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
