using Gauntlet.Temporal.Server.Tests.Host;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Operator;

public sealed class OperatorEndpointsTests
{
    [Fact]
    public async Task AddSearchAttributes_New_IsListedAndUsableInFiltersUntilRemoved()
    {
        await using var server = await TestServer.StartAsync();
        var list = new ListWorkflowExecutionsRequest { Namespace = "default", Query = "Stage = 'x'" };

        await server.OperatorAsync<AddSearchAttributesRequest, AddSearchAttributesResponse>(new() { Namespace = "default", SearchAttributes = { ["Stage"] = IndexedValueType.Keyword } });
        var listed = await server.OperatorAsync<ListSearchAttributesRequest, ListSearchAttributesResponse>(new() { Namespace = "default" });
        listed.CustomAttributes.ShouldContainKeyAndValue("Stage", IndexedValueType.Keyword);
        listed.SystemAttributes.ShouldContainKeyAndValue("WorkflowId", IndexedValueType.Keyword);
        (await server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(list)).Executions.ShouldBeEmpty();

        await server.OperatorAsync<RemoveSearchAttributesRequest, RemoveSearchAttributesResponse>(new() { Namespace = "default", SearchAttributes = { "Stage" } });
        var error = await TestServer.RefusalAsync(server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(list));
        error.Detail.ShouldBe("invalid query: invalid expression: column name 'Stage' is not a valid search attribute");
    }

    // Texts of the real server 1.29.1, asked by hand.
    [Fact]
    public async Task SearchAttributes_NoneGiven_AreRefused()
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.RefusalAsync(server.OperatorAsync<AddSearchAttributesRequest, AddSearchAttributesResponse>(new() { Namespace = "default" })))
            .Detail.ShouldBe("SearchAttributes are not set on request.");
        (await TestServer.RefusalAsync(server.OperatorAsync<RemoveSearchAttributesRequest, RemoveSearchAttributesResponse>(new() { Namespace = "default" })))
            .Detail.ShouldBe("SearchAttributes are not set on request.");
    }
}
