using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Tests.Host;
using Grpc.Health.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Cluster;

public sealed class ClusterEndpointsTests
{
    [Fact]
    public async Task GetSystemInfo_Always_HasAVersionAndItsCapabilities()
    {
        await using var server = await TestServer.StartAsync();

        var info = await server.WorkflowAsync<GetSystemInfoRequest, GetSystemInfoResponse>(new());

        Version.TryParse(info.ServerVersion, out _).ShouldBeTrue();
        info.Capabilities.EncodedFailureAttributes.ShouldBeTrue();
    }

    [Fact]
    public async Task ListClusters_Always_IsThisServerOnly()
    {
        await using var server = await TestServer.StartAsync();

        var clusters = await server.OperatorAsync<ListClustersRequest, ListClustersResponse>(new());
        var info = await server.WorkflowAsync<GetClusterInfoRequest, GetClusterInfoResponse>(new());

        clusters.Clusters.Single().Address.ShouldBe(server.Server.Address);
        clusters.Clusters.Single().ClusterId.ShouldBe(info.ClusterId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(ServiceNames.Workflow)]
    [InlineData(ServiceNames.Operator)]
    public async Task HealthCheck_KnownService_IsServing(string service)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.CallAsync<HealthCheckRequest, HealthCheckResponse>(ServiceNames.Health, new() { Service = service }, method: "Check");

        answer.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task HealthCheck_UnknownService_IsNotFound()
    {
        await using var server = await TestServer.StartAsync();

        var error = await TestServer.RefusalAsync(server.CallAsync<HealthCheckRequest, HealthCheckResponse>(ServiceNames.Health, new() { Service = "nobody" }, method: "Check"));

        error.Code.ShouldBe(GrpcStatusCode.NotFound);
    }
}
