using System.CommandLine;

namespace Gauntlet.Host.CommandLine.Verbs;

/// <summary>The flags that put an embedded server on the network; <c>server</c> and <c>up</c> share them.</summary>
internal sealed class ListenFlags
{
    private readonly Option<string?> _host = Values.Text(
        "--host", "ADDRESS", $"IP address to serve on. Default: 127.0.0.1. Any but loopback needs --tls-cert, --tls-key and an API key in {ListenOptions.KeyVariable}, which clients send.");

    private readonly Option<string?> _certificate = Values.Text("--tls-cert", "FILE", "PEM file of the server's certificate (and its chain): TLS instead of plain text.");
    private readonly Option<string?> _key = Values.Text("--tls-key", "FILE", "PEM file of the certificate's private key.");

    /// <summary>The flags, to be added to a verb.</summary>
    public IEnumerable<Option> All => [_host, _certificate, _key];

    /// <summary>What a call says.</summary>
    public ListenOptions Read(ParseResult parsed) => new(parsed.GetValue(_host) ?? ListenOptions.Loopback.Host, parsed.GetValue(_certificate), parsed.GetValue(_key));
}

/// <summary>Where an embedded server listens, and the files of its certificate; the API key comes from the environment.</summary>
internal sealed record ListenOptions(string Host, string? CertificateFile, string? KeyFile)
{
    /// <summary>Variable with the key that every client must send.</summary>
    public const string KeyVariable = "GAUNTLET_SERVER_API_KEY";

    /// <summary>This machine alone.</summary>
    public static ListenOptions Loopback { get; } = new("127.0.0.1", null, null);
}
