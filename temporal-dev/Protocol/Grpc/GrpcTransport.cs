using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Builds the HTTP/2 connection pool of a channel.</summary>
internal static class GrpcTransport
{
    public static SocketsHttpHandler Create(GrpcChannelOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            // Long polls fill a connection's streams; more connections keep short calls from waiting behind them.
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseCookies = false,
            // The handler's own proxies speak no HTTP/2 without encryption.
            UseProxy = false,
        };
        if (options.KeepAliveInterval is { } interval)
        {
            handler.KeepAlivePingDelay = interval;
            handler.KeepAlivePingTimeout = options.KeepAliveTimeout;
            handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always;
        }

        if (options.HttpConnectProxy is { } proxy)
        {
            var tunnel = new ProxyTunnel(proxy, options.ProxyCredentials);
            handler.ConnectCallback = (context, token) => tunnel.ConnectAsync(context.DnsEndPoint, token);
        }

        if (options.AddressRefresh is { } refresh)
        {
            var rotation = new AddressRotation(refresh, options.Clock, Dns.GetHostAddressesAsync);
            handler.ConnectCallback = (context, token) => rotation.ConnectAsync(context.DnsEndPoint, token);
            handler.PooledConnectionLifetime = refresh;
        }

        if (options.Tls is { } tls) handler.SslOptions = Encryption(tls);
        return handler;
    }

    private static SslClientAuthenticationOptions Encryption(GrpcTls tls)
    {
        var ssl = new SslClientAuthenticationOptions { ApplicationProtocols = [SslApplicationProtocol.Http2] };
        if (tls.ClientCertificate is { } certificate)
        {
            var key = tls.ClientPrivateKey ?? throw new ArgumentException("ClientCertificate is set without ClientPrivateKey; give both.", nameof(tls));
            ssl.ClientCertificates = [X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(certificate), Encoding.UTF8.GetString(key))];
        }

        if (tls.ServerRootCertificates is { } roots)
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPem(Encoding.UTF8.GetString(roots));
            ssl.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            ssl.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        return ssl;
    }
}
