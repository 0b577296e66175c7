using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Temporal.Server;

namespace Gauntlet.Host.Composition;

/// <summary>Keeps an embedded server off the network unless it has a certificate and a key.</summary>
internal static class Protection
{
    /// <summary>The server's options with address, certificate and key. A protected server listens on a free port of loopback too, for this machine's own processes.</summary>
    /// <exception cref="CommandException">No address, a file that is missing or wrong, or a network address without certificate and key.</exception>
    public static EmbeddedServerOptions Of(ListenOptions listen, Surroundings surroundings, EmbeddedServerOptions options)
    {
        var isLocalhost = string.Equals(listen.Host, "localhost", StringComparison.OrdinalIgnoreCase);
        var address = IPAddress.Loopback;
        if (!isLocalhost && !IPAddress.TryParse(listen.Host, out address))
            throw CommandException.BadInput($"--host is '{listen.Host}'. Give an IP address, such as 127.0.0.1 or 0.0.0.0, or 'localhost'.");
        if (listen.CertificateFile is null != listen.KeyFile is null)
            throw CommandException.BadInput($"{(listen.CertificateFile is null ? "--tls-key" : "--tls-cert")} is given alone. Give --tls-cert and --tls-key together.");

        var key = surroundings.Environment.GetValueOrDefault(ListenOptions.KeyVariable) is { Length: > 0 } secret ? secret : null;
        if (!IPAddress.IsLoopback(address) && (listen.CertificateFile is null || key is null))
        {
            throw CommandException.BadInput(
                $"--host {listen.Host} can be reached from the network. Give --tls-cert and --tls-key, and set {ListenOptions.KeyVariable} to the key that clients must send; or stay on 127.0.0.1.");
        }

        var certificate = listen is { CertificateFile: { } file, KeyFile: { } keyFile } ? Load(Path.GetFullPath(file, surroundings.Directory), Path.GetFullPath(keyFile, surroundings.Directory)) : null;
        return options with { Host = address.ToString(), Certificate = certificate, ApiKey = key, AlsoLocal = certificate is not null || key is not null };
    }

    private static X509Certificate2 Load(string file, string keyFile)
    {
        foreach (var needed in new[] { file, keyFile })
            if (!File.Exists(needed)) throw CommandException.BadInput($"There is no file {needed}. Give PEM files to --tls-cert and --tls-key.");
        try
        {
            return X509Certificate2.CreateFromPemFile(file, keyFile);
        }
        catch (CryptographicException error)
        {
            throw CommandException.BadInput($"{file} and {keyFile} are no certificate with its key: {error.Message} Give PEM files that belong together.");
        }
    }
}
