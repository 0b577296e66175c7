using Microsoft.AspNetCore.Http;

namespace Gauntlet.Temporal.Grpc.AspNetCore;

/// <summary>What a handler may know of the call that it serves.</summary>
public sealed class GrpcServerCall
{
    internal GrpcServerCall(HttpContext context, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        Method = context.Request.Path.Value ?? string.Empty;
        Metadata = context.Request.Headers;
        Peer = $"{context.Connection.RemoteIpAddress}:{context.Connection.RemotePort}";
        LocalPort = context.Connection.LocalPort;
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    /// <summary>Path of the method: <c>/service/method</c>.</summary>
    public string Method { get; }

    /// <summary>Headers of the request; names in any case.</summary>
    public IHeaderDictionary Metadata { get; }

    /// <summary>When the caller stops waiting, UTC; null for never.</summary>
    public DateTimeOffset? Deadline { get; }

    /// <summary>Cancelled when the deadline passes, the caller gives up or the server stops.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Port of this side by which the call came.</summary>
    public int LocalPort { get; }

    /// <summary>Address of the caller.</summary>
    public string Peer { get; }
}
