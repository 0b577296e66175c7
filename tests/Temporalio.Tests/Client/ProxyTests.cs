using System.Net;
using System.Net.Sockets;
using System.Text;
using Temporalio.Client;

namespace Temporalio.Tests.Client;

public sealed class ProxyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Proxy_OfOptions_IsConnectedThrough(bool encrypted)
    {
        using var certificates = new Certificates();
        using var certificate = certificates.Issue("server");
        await using var server = await FakeService.StartAsync(encrypted ? new() { ServerCertificate = certificate } : null);
        using var proxy = new TunnelProxy("HTTP/1.1 200 Connection established\r\n\r\n", server.Port);

        // Only the proxy knows the way to this name.
        var connection = await TemporalConnection.ConnectAsync(new("temporal.invalid:7233")
        {
            HttpConnectProxy = new(proxy.Address) { BasicAuth = ("user", "secret") },
            Tls = encrypted ? new() { ServerRootCACert = certificates.Authority, Domain = "127.0.0.1" } : null,
            RpcRetry = new() { MaxRetries = 0 },
        });

        connection.IsConnected.ShouldBeTrue();
        var lines = (await proxy.Request).Split("\r\n");
        lines[0].ShouldBe("CONNECT temporal.invalid:7233 HTTP/1.1");
        lines.ShouldContain("Host: temporal.invalid:7233");
        // "user:secret" in Base64, by RFC 7617.
        lines.ShouldContain("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=");
    }

    [Fact]
    public async Task Proxy_ThatRefuses_FailsTheConnection()
    {
        using var proxy = new TunnelProxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", 1);
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(new("127.0.0.1:1")
        {
            HttpConnectProxy = new(proxy.Address),
            RpcRetry = new() { MaxRetries = 0 },
        }));
        thrown.Message.ShouldContain("407");
        (await proxy.Request).ShouldNotContain("Proxy-Authorization");
    }

    [Theory]
    [InlineData("")]
    [InlineData("proxy")]
    [InlineData("http://proxy:1")]
    public void Proxy_WithoutAddress_IsRefused(string address) => Should
        .Throw<ArgumentException>(() => TemporalConnection.CreateLazy(new("127.0.0.1:1") { HttpConnectProxy = new(address) }))
        .Message.ShouldContain("HttpConnectProxy");

    /// <summary>Answers each request as it is told, then hands bytes on to a port of this machine.</summary>
    private sealed class TunnelProxy : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<string> _request = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string _answer;
        private readonly int _port;

        public TunnelProxy(string answer, int port)
        {
            (_answer, _port) = (answer, port);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address => $"{_listener.LocalEndpoint}";

        /// <summary>The first request.</summary>
        public Task<string> Request => _request.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true) _ = TunnelAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                _request.TrySetCanceled();
            }
        }

        private async Task TunnelAsync(TcpClient client)
        {
            using var _ = client;
            var stream = client.GetStream();
            var request = new StringBuilder();
            var next = new byte[1];
            while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next) > 0) request.Append((char)next[0]);
            _request.TrySetResult(request.ToString());
            await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer));
            if (!_answer.Contains("200", StringComparison.Ordinal)) return;
            using var target = new TcpClient();
            await target.ConnectAsync(IPAddress.Loopback, _port);
            await Task.WhenAny(stream.CopyToAsync(target.GetStream()), target.GetStream().CopyToAsync(stream));
        }
    }
}
