namespace Gauntlet.Temporal.Grpc;

/// <summary>Where a channel connects to, and how.</summary>
public sealed record GrpcChannelOptions
{
    /// <summary>Server as <c>host:port</c>, without a scheme.</summary>
    public required string Target { get; init; }

    /// <summary>Encryption. Default null: plain text.</summary>
    public GrpcTls? Tls { get; init; }

    /// <summary>Silence after which the connection is probed; null switches probing off. Default 30 s.</summary>
    public TimeSpan? KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that a probe may take before the connection counts as broken. Default 15 s.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time that making a connection may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Compress requests of a kilobyte and more. Default false.</summary>
    public bool Gzip { get; init; }

    /// <summary>HTTP proxy to connect through, as <c>host:port</c>. Default null: none, whatever the environment says.</summary>
    public string? HttpConnectProxy { get; init; }

    /// <summary>User name and password for the proxy. Default null.</summary>
    public (string User, string Password)? ProxyCredentials { get; init; }

    /// <summary>Time after which the addresses behind the target's name are looked up again, so that connections spread over them in turn; above zero. Default null: the first that answers is used.</summary>
    public TimeSpan? AddressRefresh { get; init; }

    /// <summary>Clock of deadlines and retries. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
