using Microsoft.AspNetCore.Server.Kestrel.Https;
using Temporalio.Client;

namespace Temporalio.Tests.Client;

public sealed class EncryptionTests : IDisposable
{
    private readonly Certificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task Tls_OwnAuthority_IsTrusted()
    {
        using var certificate = _certificates.Issue("server");
        await using var server = await FakeService.StartAsync(new() { ServerCertificate = certificate });

        var connection = await TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = _certificates.Authority }));

        connection.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task Tls_UnknownAuthority_IsRefused()
    {
        using var certificate = _certificates.Issue("server");
        await using var server = await FakeService.StartAsync(new() { ServerCertificate = certificate });

        (await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(Options(server, new())))).Message.ShouldContain("Connection failed");
        using var others = new Certificates();
        await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = others.Authority })));
    }

    [Fact]
    public async Task Tls_Domain_IsTheNameOfTheCertificate()
    {
        using var certificate = _certificates.Issue("server", "temporal.test");
        await using var server = await FakeService.StartAsync(new() { ServerCertificate = certificate });

        await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = _certificates.Authority })));
        var connection = await TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = _certificates.Authority, Domain = "temporal.test" }));
        connection.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task MutualTls_ClientCertificate_IsShown()
    {
        using var certificate = _certificates.Issue("server");
        using var client = _certificates.Issue("client one");
        await using var server = await FakeService.StartAsync(new()
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (shown, _, _) => shown.Issuer == "CN=Test authority",
        });
        var (cert, key) = Certificates.Pem(client);

        await TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = _certificates.Authority, ClientCert = cert, ClientPrivateKey = key }));
        server.Caller.ShouldBe("CN=client one");
        await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(Options(server, new() { ServerRootCACert = _certificates.Authority })));
    }

    [Fact]
    public void MutualTls_CertificateWithoutKey_IsRefused()
    {
        using var client = _certificates.Issue("client");
        var options = new TemporalConnectionOptions("127.0.0.1:1") { Tls = new() { ClientCert = Certificates.Pem(client).Certificate } };
        Should.Throw<ArgumentException>(() => TemporalConnection.CreateLazy(options));
    }

    [Fact]
    public async Task Tls_ServerWithout_IsRefused()
    {
        await using var server = await FakeService.StartAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => TemporalConnection.ConnectAsync(Options(server, new())));
    }

    private static TemporalConnectionOptions Options(FakeService server, TlsOptions tls) =>
        new(server.Address) { Tls = tls, RpcRetry = new() { MaxRetries = 0 } };
}
