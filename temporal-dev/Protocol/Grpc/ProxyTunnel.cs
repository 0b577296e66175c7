using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Opens connections through an HTTP proxy by its CONNECT method, so that the proxy sees nothing but bytes.</summary>
/// <remarks>RFC 9110, section 9.3.6. The credentials go along at once, as a proxy that is set by hand expects.</remarks>
internal sealed class ProxyTunnel(string proxy, (string User, string Password)? credentials)
{
    private const int LongestAnswer = 16 * 1024;

    /// <summary>Opens a connection to a target behind the proxy.</summary>
    /// <exception cref="SocketException">The proxy does not answer.</exception>
    /// <exception cref="IOException">The proxy refuses.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var colon = proxy.LastIndexOf(':');
            await socket.ConnectAsync(proxy[..colon], int.Parse(proxy.AsSpan(colon + 1)), cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Request(target)), cancellationToken);
            var status = (await AnswerAsync(stream, cancellationToken)).Split("\r\n")[0];
            return status.Split(' ') is [_, "200", ..] ? stream : throw new IOException($"Proxy {proxy} refuses to connect to {target.Host}:{target.Port}: {status}");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string Request(DnsEndPoint target)
    {
        var authority = $"{target.Host}:{target.Port}";
        var authorization = credentials is var (user, password)
            ? $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}\r\n"
            : string.Empty;
        return $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{authorization}\r\n";
    }

    // Byte by byte: what comes behind the empty line belongs to the target.
    private async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        var next = new byte[1];
        while (answer is not { Length: >= 4 } || answer.ToString(answer.Length - 4, 4) != "\r\n\r\n")
        {
            if (answer.Length > LongestAnswer || await stream.ReadAsync(next, cancellationToken) == 0)
                throw new IOException($"Proxy {proxy} does not answer as a proxy does");
            answer.Append((char)next[0]);
        }

        return answer.ToString();
    }
}
