using System.Net;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>Turns options into the address to listen on, and keeps an open server off the network.</summary>
internal static class ListenAddress
{
    /// <summary>The address that the options ask for.</summary>
    /// <exception cref="ArgumentException">Not an address or port, or a network address without certificate and key.</exception>
    public static IPEndPoint Of(EmbeddedServerOptions options)
    {
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new ArgumentException($"Port {options.Port} is out of range: give 0 (any free one) to {IPEndPoint.MaxPort}.", nameof(options));
        if (string.IsNullOrEmpty(options.Namespace))
            throw new ArgumentException("Namespace is empty: give the name of the namespace that clients will use, such as 'default'.", nameof(options));

        var address = Parse(options.Host);
        if (!IPAddress.IsLoopback(address) && (options.Certificate is null || string.IsNullOrEmpty(options.ApiKey)))
            throw new ArgumentException($"Host '{options.Host}' can be reached from the network: set Certificate and ApiKey, or listen on 127.0.0.1.", nameof(options));
        return new(address, options.Port);
    }

    /// <summary>Where to listen: at the address, and, where that is asked for, in plain text on a free port for this machine alone.</summary>
    /// <exception cref="ArgumentException">Not an address or port, or a network address without certificate and key.</exception>
    public static IReadOnlyList<Listening> Places(EmbeddedServerOptions options)
    {
        var open = new Listening(Of(options), options.Certificate);
        return options.AlsoLocal ? [open, new(new(IPAddress.Loopback, 0), null)] : [open];
    }

    private static IPAddress Parse(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : throw new ArgumentException($"Host '{host}' is no IP address: give one, or 'localhost'.", nameof(host));
}
