using Temporalio.Runtime;

namespace Temporalio.Client;

/// <summary>Where a connection goes to, and how.</summary>
public class TemporalConnectionOptions : ICloneable
{
    /// <summary>Creates options without a target.</summary>
    public TemporalConnectionOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="targetHost">Server as <c>host:port</c>.</param>
    public TemporalConnectionOptions(string targetHost) => TargetHost = targetHost;

    /// <summary>Server as <c>host:port</c>, without a scheme; required.</summary>
    public string? TargetHost { get; set; }

    /// <summary>Encryption. Default null: on if there is an <see cref="ApiKey"/>, otherwise off.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>Retries of calls. Default null: up to 10 within 10 s, 100 ms to 5 s apart.</summary>
    public RpcRetryOptions? RpcRetry { get; set; }

    /// <summary>Probing of a silent connection; null for none. Default every 30 s.</summary>
    public KeepAliveOptions? KeepAlive { get; set; } = new();

    /// <summary>Proxy to connect through. Default null: none.</summary>
    public HttpConnectProxyOptions? HttpConnectProxy { get; set; }

    /// <summary>Spreading over the addresses behind the target's name; not used with a proxy. Default null: none.</summary>
    public DnsLoadBalancingOptions? DnsLoadBalancing { get; set; }

    /// <summary>Compression of requests. Default gzip.</summary>
    public GrpcCompression GrpcCompression { get; set; } = new GrpcCompression.Gzip();

    /// <summary>Sizes of payloads to warn of.</summary>
    public PayloadLimitsOptions PayloadLimits { get; set; } = new();

    /// <summary>Headers of every call. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? RpcMetadata { get; set; }

    /// <summary>Binary headers of every call, their names ending in <c>-bin</c>. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? RpcBinaryMetadata { get; set; }

    /// <summary>API key, sent as a bearer token. Default null: none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Who is calling. Default null: process id and host name.</summary>
    public string? Identity { get; set; }

    /// <summary>Runtime to use. Default null: <see cref="TemporalRuntime.Default"/>.</summary>
    public TemporalRuntime? Runtime { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TemporalConnectionOptions)MemberwiseClone();
        copy.Tls = (TlsOptions?)Tls?.Clone();
        copy.RpcRetry = (RpcRetryOptions?)RpcRetry?.Clone();
        copy.KeepAlive = (KeepAliveOptions?)KeepAlive?.Clone();
        copy.HttpConnectProxy = (HttpConnectProxyOptions?)HttpConnectProxy?.Clone();
        copy.DnsLoadBalancing = (DnsLoadBalancingOptions?)DnsLoadBalancing?.Clone();
        copy.PayloadLimits = (PayloadLimitsOptions)PayloadLimits.Clone();
        return copy;
    }
}
