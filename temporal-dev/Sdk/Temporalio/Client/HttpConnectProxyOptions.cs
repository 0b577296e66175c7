namespace Temporalio.Client;

/// <summary>An HTTP proxy to connect through.</summary>
public class HttpConnectProxyOptions : ICloneable
{
    /// <summary>Creates options without a target.</summary>
    public HttpConnectProxyOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="targetHost">Proxy as <c>host:port</c>.</param>
    public HttpConnectProxyOptions(string targetHost) => TargetHost = targetHost;

    /// <summary>Proxy as <c>host:port</c>; required.</summary>
    public string? TargetHost { get; set; }

    /// <summary>User and password for the proxy. Default null: none.</summary>
    public (string User, string Password)? BasicAuth { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
