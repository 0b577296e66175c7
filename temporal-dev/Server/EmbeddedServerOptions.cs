using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Gauntlet.Temporal.Server;

/// <summary>How to start an <see cref="EmbeddedServer"/>.</summary>
public sealed record EmbeddedServerOptions
{
    /// <summary>Address to listen on: <c>localhost</c> or an IP address. Default 127.0.0.1. Any but loopback needs <see cref="Certificate"/> and <see cref="ApiKey"/>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port, 0 to 65535. Default 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Namespace that exists from the start. Default <c>default</c>.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>True to serve <c>temporal.api.testservice.v1.TestService</c> on a clock that can jump. Default false: real time.</summary>
    public bool TimeSkipping { get; init; }

    /// <summary>With <see cref="TimeSkipping"/>: true to start without the one lock that the clock has otherwise. Default false.</summary>
    public bool StartUnlocked { get; init; }

    /// <summary>Certificate with its private key for TLS. Default null: plain text.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Key that every caller must send as <c>authorization: Bearer KEY</c>. Default null: none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// True to listen on a free port of loopback too, in plain text and without a key, for processes of this machine: see
    /// <see cref="EmbeddedServer.LocalAddress"/>. Default false.
    /// </summary>
    public bool AlsoLocal { get; init; }

    /// <summary>
    /// Npgsql connection string of a PostgreSQL database in which the server keeps everything, in a schema <c>temporal</c> of its own; the user
    /// must be allowed to make it. Default null: in memory, until the server ends. One server at a time uses a database.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>Where the server's log goes. Default null: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
