using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gauntlet.Temporal.Grpc;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Host;

public sealed class EmbeddedServerTests
{
    [Fact]
    public async Task StartAsync_NoPort_TakesAFreeOneOnLoopback()
    {
        await using var one = await EmbeddedServer.StartAsync(new());
        await using var two = await EmbeddedServer.StartAsync(new());

        IPEndPoint.Parse(one.Address).ShouldBe(new(IPAddress.Loopback, one.Port));
        two.Port.ShouldNotBe(one.Port);
    }

    [Fact]
    public async Task StartAsync_PortTaken_SaysSo()
    {
        await using var first = await EmbeddedServer.StartAsync(new());

        await Should.ThrowAsync<IOException>(EmbeddedServer.StartAsync(new() { Port = first.Port }));
    }

    [Theory]
    [InlineData("0.0.0.0", 0, "default", "can be reached from the network")]
    [InlineData("nowhere.example", 0, "default", "no IP address")]
    [InlineData("127.0.0.1", 70_000, "default", "Port 70000 is out of range")]
    [InlineData("127.0.0.1", 0, "", "Namespace is empty")]
    public async Task StartAsync_BadOption_NamesItAndTheRemedy(string host, int port, string @namespace, string expected)
    {
        var error = await Should.ThrowAsync<ArgumentException>(EmbeddedServer.StartAsync(new() { Host = host, Port = port, Namespace = @namespace }));

        error.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Call_UnknownMethodOrService_IsUnimplemented()
    {
        await using var server = await TestServer.StartAsync();

        var method = await TestServer.RefusalAsync(server.CallAsync<GetSystemInfoRequest, GetSystemInfoResponse>(Server.Host.ServiceNames.Workflow, new(), method: "Nonsense"));
        var service = await TestServer.RefusalAsync(server.CallAsync<GetSystemInfoRequest, GetSystemInfoResponse>("a.b.Nonsense", new()));

        method.Code.ShouldBe(GrpcStatusCode.Unimplemented);
        method.Detail.ShouldBe("unknown method Nonsense for service temporal.api.workflowservice.v1.WorkflowService");
        service.Detail.ShouldBe("unknown service a.b.Nonsense");
    }

    [Fact]
    public async Task Call_UnknownNamespace_IsNotFound()
    {
        await using var server = await TestServer.StartAsync();

        var error = await TestServer.RefusalAsync(server.WorkflowAsync<DescribeNamespaceRequest, DescribeNamespaceResponse>(new() { Namespace = "nobody" }));

        error.Code.ShouldBe(GrpcStatusCode.NotFound);
        error.DetailOf<Temporalio.Api.ErrorDetails.V1.NamespaceNotFoundFailure>()!.Namespace.ShouldBe("nobody");
    }

    [Fact]
    public async Task Call_ApiKey_IsAskedForOnEveryCall()
    {
        await using var server = await TestServer.StartAsync(new() { ApiKey = "secret" });
        var good = new GrpcCallOptions { Metadata = new Dictionary<string, string> { ["authorization"] = "Bearer secret" } };
        var bad = new GrpcCallOptions { Metadata = new Dictionary<string, string> { ["authorization"] = "Bearer guess" } };

        (await TestServer.RefusalAsync(server.WorkflowAsync<GetSystemInfoRequest, GetSystemInfoResponse>(new()))).Code.ShouldBe(GrpcStatusCode.Unauthenticated);
        (await TestServer.RefusalAsync(server.WorkflowAsync<GetSystemInfoRequest, GetSystemInfoResponse>(new(), bad))).Code.ShouldBe(GrpcStatusCode.Unauthenticated);
        (await server.WorkflowAsync<GetSystemInfoRequest, GetSystemInfoResponse>(new(), good)).ServerVersion.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task StartAsync_NetworkAddressWithCertificateAndKey_IsAllowed()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var year = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(year, year.AddYears(1));

        await using var server = await EmbeddedServer.StartAsync(new() { Host = "0.0.0.0", Certificate = certificate, ApiKey = "secret" });

        server.Port.ShouldBeGreaterThan(0);
    }
}
