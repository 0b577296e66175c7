using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gauntlet.Temporal.Grpc;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Host;

// A server on the network: TLS and a key there, plain text on loopback for this machine's own processes.
public sealed class ProtectedServerTests : IAsyncLifetime
{
    private static readonly IReadOnlyDictionary<string, string> Authorized = new Dictionary<string, string> { ["authorization"] = "Bearer secret" };

    private readonly RSA _key = RSA.Create(2048);
    private X509Certificate2 _certificate = null!;
    private EmbeddedServer _server = null!;

    public async Task InitializeAsync()
    {
        var request = new CertificateRequest("CN=localhost", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _server = await EmbeddedServer.StartAsync(new() { Host = "0.0.0.0", Certificate = _certificate, ApiKey = "secret", AlsoLocal = true });
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task Call_TlsAndKey_IsServed() => (await AskAsync(Network(), Authorized)).ServerVersion.ShouldNotBeEmpty();

    [Fact]
    public async Task Call_TlsWithoutKey_IsUnauthenticated() =>
        (await Should.ThrowAsync<GrpcException>(AskAsync(Network(), null))).Code.ShouldBe(GrpcStatusCode.Unauthenticated);

    [Fact]
    public async Task Call_PlainTextFromTheNetwork_IsNotServed() =>
        (await Should.ThrowAsync<GrpcException>(AskAsync(new() { Target = $"localhost:{_server.Port}" }, Authorized))).Code.ShouldBe(GrpcStatusCode.Unavailable);

    [Fact]
    public async Task Call_OfThisMachine_NeedsNeither()
    {
        _server.LocalAddress.ShouldStartWith("127.0.0.1:");

        (await AskAsync(new() { Target = _server.LocalAddress }, null)).ServerVersion.ShouldNotBeEmpty();
    }

    private GrpcChannelOptions Network() => new()
    {
        Target = $"localhost:{_server.Port}",
        Tls = new() { ServerRootCertificates = Encoding.UTF8.GetBytes(_certificate.ExportCertificatePem()) },
    };

    private static async Task<GetSystemInfoResponse> AskAsync(GrpcChannelOptions options, IReadOnlyDictionary<string, string>? metadata)
    {
        using var channel = new GrpcChannel(options);
        return await channel.CallAsync<GetSystemInfoRequest, GetSystemInfoResponse>(Server.Host.ServiceNames.Workflow, "GetSystemInfo", new(), new() { Metadata = metadata });
    }
}
