using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.CommandLine.Verbs;
using Gauntlet.Host.Composition;

namespace Gauntlet.Host.Tests.Composition;

public sealed class ProtectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Loopback_NeedsNothing()
    {
        var options = Protection.Of(ListenOptions.Loopback, Surroundings(key: null), new());

        options.Host.ShouldBe("127.0.0.1");
        options.AlsoLocal.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0.0.0.0", null, null, "secret", "can be reached from the network")]
    [InlineData("0.0.0.0", "cert.pem", "key.pem", null, "GAUNTLET_SERVER_API_KEY")]
    [InlineData("nowhere", null, null, null, "Give an IP address")]
    [InlineData("127.0.0.1", "cert.pem", null, null, "Give --tls-cert and --tls-key together")]
    [InlineData("127.0.0.1", "absent.pem", "key.pem", null, "There is no file")]
    [InlineData("127.0.0.1", "key.pem", "cert.pem", null, "no certificate with its key")]
    public void Of_WhatWouldBeOpenOrIsWrong_IsRefusedWithTheRemedy(string host, string? certificate, string? key, string? secret, string expected)
    {
        WriteCertificate();

        Should.Throw<CommandException>(() => Protection.Of(new(host, certificate, key), Surroundings(secret), new())).Message.ShouldContain(expected);
    }

    [Fact]
    public void Of_NetworkWithCertificateAndKey_AsksForBothAndServesThisMachineToo()
    {
        WriteCertificate();

        var options = Protection.Of(new("0.0.0.0", "cert.pem", "key.pem"), Surroundings("secret"), new());

        options.Host.ShouldBe("0.0.0.0");
        options.ApiKey.ShouldBe("secret");
        options.Certificate!.HasPrivateKey.ShouldBeTrue();
        options.AlsoLocal.ShouldBeTrue();
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var year = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(year, year.AddYears(1));
        File.WriteAllText(Path.Combine(_folder.Path, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private Surroundings Surroundings(string? key) => new()
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        Directory = _folder.Path,
        Home = _folder.Path,
        Environment = key is null ? new Dictionary<string, string>() : new() { [ListenOptions.KeyVariable] = key },
    };
}
