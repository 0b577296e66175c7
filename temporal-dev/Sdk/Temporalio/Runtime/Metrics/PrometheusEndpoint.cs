using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Temporalio.Runtime.Metrics;

/// <summary>Serves metrics at <c>/metrics</c> for as long as the process lives.</summary>
internal sealed class PrometheusEndpoint : IDisposable
{
    private const int LongestRequest = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly MetricStore _store;
    private readonly PrometheusOptions _options;
    private readonly TcpListener _listener;

    /// <summary>Begins to serve.</summary>
    /// <exception cref="ArgumentException">The address is missing or none.</exception>
    /// <exception cref="InvalidOperationException">The address cannot be used.</exception>
    public PrometheusEndpoint(MetricStore store, PrometheusOptions options)
    {
        _store = store;
        _options = options;
        if (options.BindAddress is not { Length: > 0 } address || !IPEndPoint.TryParse(address, out var endPoint) || !address.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"BindAddress '{options.BindAddress}' is no address: give IP:PORT", nameof(options));
        }

        _listener = new(endPoint);
        try
        {
            _listener.Start();
        }
        catch (SocketException e)
        {
            throw new InvalidOperationException($"Prometheus metrics cannot be served on {address}: {e.Message}", e);
        }

        Address = (IPEndPoint)_listener.LocalEndpoint;
        _ = ServeAsync();
    }

    /// <summary>What it serves.</summary>
    public MetricStore Store => _store;

    /// <summary>Where it serves; with the port that was found if the options ask for port 0.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Ends serving.</summary>
    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                return;
            }

            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var stream = client.GetStream();
            var request = await ReadRequestAsync(stream, limit.Token);
            await stream.WriteAsync(Response(request), limit.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // Whoever asked has gone.
            client.Close();
        }
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        while (request.Length < LongestRequest && !request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return request.ToString();
    }

    private byte[] Response(string request)
    {
        var line = request.Split("\r\n")[0].Split(' ');
        var (status, type, body) = line is ["GET", "/metrics", ..]
            ? ("200 OK", PrometheusText.ContentType, PrometheusText.Of(_store, _options))
            : ("404 Not Found", "text/plain", "Metrics are at /metrics\n");
        var content = Encoding.UTF8.GetBytes(body);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }
}
