using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Tests.Host;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Namespaces;

// Codes and texts as recorded from the real server 1.29.1 (conformance kit, scenarios service.namespace-*).
public sealed class NamespaceEndpointsTests
{
    [Fact]
    public async Task RegisterNamespace_New_CanBeDescribedUpdatedAndListed()
    {
        await using var server = await TestServer.StartAsync();
        await RegisterAsync(server, "space", TimeSpan.FromHours(72));

        await server.WorkflowAsync<UpdateNamespaceRequest, UpdateNamespaceResponse>(new()
        {
            Namespace = "space",
            UpdateInfo = new() { Description = "new", Data = { ["more"] = "x" } },
            Config = new() { WorkflowExecutionRetentionTtl = Duration.FromTimeSpan(TimeSpan.FromHours(48)) },
        });

        var described = await server.WorkflowAsync<DescribeNamespaceRequest, DescribeNamespaceResponse>(new() { Namespace = "space" });
        described.NamespaceInfo.Description.ShouldBe("new");
        described.NamespaceInfo.Data.ShouldContainKeyAndValue("more", "x");
        described.Config.WorkflowExecutionRetentionTtl.ToTimeSpan().ShouldBe(TimeSpan.FromHours(48));
        var byId = await server.WorkflowAsync<DescribeNamespaceRequest, DescribeNamespaceResponse>(new() { Id = described.NamespaceInfo.Id });
        byId.ShouldBe(described);
        var listed = await server.WorkflowAsync<ListNamespacesRequest, ListNamespacesResponse>(new());
        listed.Namespaces.Select(n => n.NamespaceInfo.Name).ShouldBe(["default", "space", "temporal-system"]);
    }

    [Fact]
    public async Task ListNamespaces_ByOne_PagesThroughAll()
    {
        await using var server = await TestServer.StartAsync();
        await RegisterAsync(server, "space", TimeSpan.FromHours(1));

        var first = await server.WorkflowAsync<ListNamespacesRequest, ListNamespacesResponse>(new() { PageSize = 1 });
        var second = await server.WorkflowAsync<ListNamespacesRequest, ListNamespacesResponse>(new() { PageSize = 1, NextPageToken = first.NextPageToken });

        first.Namespaces.Single().NamespaceInfo.Name.ShouldBe("default");
        second.Namespaces.Single().NamespaceInfo.Name.ShouldBe("space");
        var third = await server.WorkflowAsync<ListNamespacesRequest, ListNamespacesResponse>(new() { PageSize = 1, NextPageToken = second.NextPageToken });
        third.Namespaces.Single().NamespaceInfo.Name.ShouldBe("temporal-system");
        third.NextPageToken.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", 24, false, GrpcStatusCode.InvalidArgument, "Namespace not set on request.")]
    [InlineData("bad", 0.5, false, GrpcStatusCode.InvalidArgument, "A valid retention period is not set on request.")]
    [InlineData("bad", -1, false, GrpcStatusCode.InvalidArgument, "A valid retention period is not set on request.")]
    [InlineData("bad", 24, true, GrpcStatusCode.InvalidArgument, "Cannot register global namespace when not enabled")]
    [InlineData("default", 24, false, GrpcStatusCode.AlreadyExists, "Namespace \"default\" already exists")]
    public async Task RegisterNamespace_Bad_IsRefused(string name, double hours, bool isGlobal, GrpcStatusCode code, string text)
    {
        await using var server = await TestServer.StartAsync();

        var error = await TestServer.RefusalAsync(RegisterAsync(server, name, TimeSpan.FromHours(hours), isGlobal));

        error.Code.ShouldBe(code);
        error.Detail.ShouldBe(text);
    }

    [Fact]
    public async Task DeleteNamespace_Existing_IsUnknownAfterwards()
    {
        await using var server = await TestServer.StartAsync();
        await RegisterAsync(server, "space", TimeSpan.FromHours(1));

        var answer = await server.OperatorAsync<DeleteNamespaceRequest, DeleteNamespaceResponse>(new() { Namespace = "space" });

        answer.DeletedNamespace.ShouldStartWith("space-deleted-");
        var error = await TestServer.RefusalAsync(server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(new() { Namespace = "space" }));
        error.Detail.ShouldBe("Namespace space is not found.");
    }

    [Fact]
    public async Task DeprecateNamespace_Existing_CannotBeRegisteredAgainByAnUpdate()
    {
        await using var server = await TestServer.StartAsync();
        await server.WorkflowAsync<DeprecateNamespaceRequest, DeprecateNamespaceResponse>(new() { Namespace = "default" });

        var error = await TestServer.RefusalAsync(server.WorkflowAsync<UpdateNamespaceRequest, UpdateNamespaceResponse>(
            new() { Namespace = "default", UpdateInfo = new() { State = NamespaceState.Registered } }));

        error.Detail.ShouldBe("Invalid namespace state update.");
    }

    private static Task<RegisterNamespaceResponse> RegisterAsync(TestServer server, string name, TimeSpan retention, bool isGlobal = false) =>
        server.WorkflowAsync<RegisterNamespaceRequest, RegisterNamespaceResponse>(new()
        {
            Namespace = name,
            WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(retention),
            IsGlobalNamespace = isGlobal,
        });
}
