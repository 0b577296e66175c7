using Gauntlet.Temporal.Grpc;

namespace Temporalio.Client;

/// <summary>Turns a connection's options into those of the channel under it.</summary>
internal static class ConnectionChannel
{
    /// <summary>Options of the channel.</summary>
    /// <exception cref="ArgumentException">The target is missing or no address.</exception>
    public static GrpcChannelOptions OptionsFor(TemporalConnectionOptions options)
    {
        var target = options.TargetHost;
        if (string.IsNullOrEmpty(target))
        {
            throw new ArgumentException("TargetHost is required: give HOST:PORT", nameof(options));
        }

        if (!IsAddress(target))
        {
            throw new ArgumentException(
                $"TargetHost '{target}' does not have a valid port: give HOST:PORT, without a scheme", nameof(options));
        }

        if (options.HttpConnectProxy is { } proxy && !IsAddress(proxy.TargetHost))
        {
            throw new ArgumentException($"HttpConnectProxy '{proxy.TargetHost}' is no address: give HOST:PORT, without a scheme", nameof(options));
        }

        return new()
        {
            Target = target,
            Tls = TlsFor(options),
            KeepAliveInterval = options.KeepAlive?.Interval,
            KeepAliveTimeout = options.KeepAlive?.Timeout ?? TimeSpan.FromSeconds(15),
            Gzip = options.GrpcCompression is GrpcCompression.Gzip,
            HttpConnectProxy = options.HttpConnectProxy?.TargetHost,
            AddressRefresh = options.HttpConnectProxy is null ? options.DnsLoadBalancing?.ResolutionInterval : null,
            ProxyCredentials = options.HttpConnectProxy?.BasicAuth,
        };
    }

    /// <summary>Retries of calls that ask for them.</summary>
    public static GrpcRetryPolicy RetryFor(TemporalConnectionOptions options) => options.RpcRetry is not { } retry
        ? new()
        : new()
        {
            InitialInterval = retry.InitialInterval,
            RandomizationFactor = retry.RandomizationFactor,
            Multiplier = retry.Multiplier,
            MaxInterval = retry.MaxInterval,
            MaxElapsedTime = retry.MaxElapsedTime,
            MaxRetries = retry.MaxRetries,
        };

    private static bool IsAddress(string? text) => text is not null && text.LastIndexOf(':') is > 0 and var colon &&
        !text.Contains("://", StringComparison.Ordinal) && ushort.TryParse(text[(colon + 1)..], out _);

    // An API key is a secret, so it switches encryption on unless somebody says otherwise.
    private static GrpcTls? TlsFor(TemporalConnectionOptions options) => options.Tls switch
    {
        { Disabled: true } => null,
        null => options.ApiKey is null ? null : new(),
        var tls => new()
        {
            ServerRootCertificates = tls.ServerRootCACert,
            ClientCertificate = tls.ClientCert,
            ClientPrivateKey = tls.ClientPrivateKey,
            Domain = tls.Domain,
        },
    };
}
