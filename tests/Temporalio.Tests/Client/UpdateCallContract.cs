using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>What a client may expect of any server about updates and activities completed from outside.</summary>
public abstract class UpdateCallContract
{
    private readonly ServerFixture _server;
    private readonly string _id = $"wf-{Guid.NewGuid()}";

    protected UpdateCallContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        _server = server;
    }

    private TemporalClient Client => _server.Client;

    private RawWorker Worker => new(Client, _id);

    [SkippableFact]
    public async Task Update_Accepted_GivesResult()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync();
        var update = handle.ExecuteUpdateAsync<int>("add", [1]);
        await Worker.AcceptUpdateAsync(42);
        (await update).ShouldBe(42);
    }

    [SkippableFact]
    public async Task Update_SameIdTwice_GivesFirstResult()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync();
        var update = handle.StartUpdateAsync<int>("add", [1], new("same", WorkflowUpdateStage.Accepted));
        await Worker.AcceptUpdateAsync(42);
        (await (await update).GetResultAsync()).ShouldBe(42);
        (await handle.ExecuteUpdateAsync<int>("add", [2], new("same"))).ShouldBe(42);
        (await handle.GetUpdateHandle<int>("same").GetResultAsync()).ShouldBe(42);
    }

    [SkippableFact]
    public async Task Update_Rejected_ThrowsReason()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync();
        var update = handle.ExecuteUpdateAsync("add", [1]);
        await Worker.RejectUpdateAsync(new ArgumentException("too small"));
        var thrown = await Should.ThrowAsync<WorkflowUpdateFailedException>(update);
        thrown.Message.ShouldBe("Workflow update failed");
        thrown.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("ArgumentException");
    }

    [SkippableFact]
    public async Task Update_StageNoneOrAdmitted_IsRefused()
    {
        var handle = Client.GetWorkflowHandle(_id);
        (await Should.ThrowAsync<ArgumentException>(() => handle.StartUpdateAsync("u", [], new())))
            .Message.ShouldContain("WaitForStage is required");
        (await Should.ThrowAsync<ArgumentException>(() => handle.StartUpdateAsync("u", [], new(WorkflowUpdateStage.Admitted))))
            .Message.ShouldContain("Admitted is not an allowed wait stage");
    }

    [SkippableFact]
    public async Task Update_CancelledWait_ThrowsItsOwnException()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        using var source = new CancellationTokenSource();
        var update = handle.ExecuteUpdateAsync("add", [], new() { Rpc = new() { CancellationToken = source.Token } });
        await source.CancelAsync();
        (await Should.ThrowAsync<WorkflowUpdateRpcTimeoutOrCanceledException>(update))
            .Message.ShouldBe("Timeout or cancellation waiting for update");
    }

    [SkippableFact]
    public async Task UpdateWithStart_NoWorkflowYet_StartsItAndGivesResult()
    {
        var start = WithStartWorkflowOperation.Create(
            "Raw", [], new(_id, _id) { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });
        var update = Client.ExecuteUpdateWithStartWorkflowAsync<string>("add", [], new(start));
        await Worker.AcceptUpdateAsync("first");
        (await update).ShouldBe("first");
        (await (await start.GetHandleAsync()).DescribeAsync()).Status.ShouldBe(WorkflowExecutionStatus.Running);
        (await Should.ThrowAsync<ArgumentException>(() => Client.ExecuteUpdateWithStartWorkflowAsync("add", [], new(start))))
            .Message.ShouldContain("already used");
    }

    [SkippableFact]
    public async Task UpdateWithStart_FailPolicyOnRunningWorkflow_ThrowsOnBothSides()
    {
        var running = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        var start = WithStartWorkflowOperation.Create(
            "Raw", [], new(_id, _id) { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
        var thrown = await Should.ThrowAsync<WorkflowAlreadyStartedException>(
            () => Client.ExecuteUpdateWithStartWorkflowAsync("add", [], new(start)));
        thrown.RunId.ShouldBe(running.ResultRunId);
        await Should.ThrowAsync<WorkflowAlreadyStartedException>(() => start.GetHandleAsync());
    }

    [SkippableFact]
    public async Task UpdateWithStart_WithoutConflictPolicy_IsRefused()
    {
        var start = WithStartWorkflowOperation.Create("Raw", [], new(_id, _id));
        await Should.ThrowAsync<ArgumentException>(() => Client.ExecuteUpdateWithStartWorkflowAsync("add", [], new(start)));
    }
}
