using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Microsoft.AspNetCore.Http;

namespace Gauntlet.Temporal.Server.Tests.Host;

// Codes and texts as recorded from the real server 1.29.1 (conformance kit, service.headers-of-callers).
public sealed class ClientVersionTests
{
    [Theory]
    [InlineData("temporal-dotnet", "1.9.0", ">=1.0.0 <2.0.0")]
    [InlineData("temporal-dotnet", "nonsense", "")]
    [InlineData("temporal-go", "0.1.0", "")]
    [InlineData("", "", "0.9.0 || >=1.29.0")]
    public void Check_SupportedPair_Passes(string name, string version, string servers) =>
        Should.NotThrow(() => ClientVersion.Check(Headers(name, version, servers)));

    [Theory]
    [InlineData("temporal-go", "nonsense", "", GrpcStatusCode.InvalidArgument, "Unable to parse client version: No Major.Minor.Patch elements found")]
    [InlineData("temporal-go", "2.0.1", "", GrpcStatusCode.FailedPrecondition, "Client version 2.0.1 is not supported. Server supports temporal-go versions: <2.0.0")]
    [InlineData("temporal-dotnet", "1.9.0", ">=99.0.0 <100.0.0", GrpcStatusCode.FailedPrecondition, "Server version 1.29.1 is not supported. Client supports server versions: >=99.0.0 <100.0.0")]
    [InlineData("", "", "soon", GrpcStatusCode.InvalidArgument, "Unable to parse supported server versions: Could not parse Range \"soon\": No Major.Minor.Patch elements found")]
    public void Check_BadPair_IsRefused(string name, string version, string servers, GrpcStatusCode code, string text)
    {
        var error = Should.Throw<GrpcException>(() => ClientVersion.Check(Headers(name, version, servers)));

        error.Code.ShouldBe(code);
        error.Detail.ShouldBe(text);
    }

    private static HeaderDictionary Headers(string name, string version, string servers)
    {
        var headers = new HeaderDictionary();
        if (name.Length > 0) headers["client-name"] = name;
        if (version.Length > 0) headers["client-version"] = version;
        if (servers.Length > 0) headers["supported-server-versions"] = servers;
        return headers;
    }
}
