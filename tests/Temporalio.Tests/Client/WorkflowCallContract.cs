using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>What a client may expect of any server about workflows.</summary>
public abstract class WorkflowCallContract
{
    private readonly ServerFixture _server;
    private readonly string _id = $"wf-{Guid.NewGuid()}";

    protected WorkflowCallContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        _server = server;
    }

    private TemporalClient Client => _server.Client;

    private RawWorker Worker => new(Client, _id);

    [SkippableFact]
    public async Task Connection_OfServer_IsConnectedAndHealthy()
    {
        Client.Connection.IsConnected.ShouldBeTrue();
        (await Client.Connection.CheckHealthAsync()).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task LazyConnection_BeforeAndAfterFirstCall_ConnectsThen()
    {
        var client = TemporalClient.CreateLazy(new(_server.Address));
        client.Connection.IsConnected.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => client.Connection.RpcMetadata = [])
            .Message.ShouldContain("if client never connected");

        await client.WorkflowService.GetSystemInfoAsync(new());

        client.Connection.IsConnected.ShouldBeTrue();
        client.Connection.RpcMetadata = [new("x-test", "1")];
        await client.WorkflowService.GetSystemInfoAsync(new());
    }

    [SkippableFact]
    public async Task Start_WithEveryOption_IsDescribed()
    {
        var handle = await StartAsync(options =>
        {
            options.StaticSummary = "summary";
            options.StaticDetails = "details";
            options.Memo = new Dictionary<string, object> { ["key"] = 12.5 };
        });

        handle.RunId.ShouldBeNull();
        handle.ResultRunId.ShouldNotBeNull();
        handle.FirstExecutionRunId.ShouldBe(handle.ResultRunId);
        var description = await handle.DescribeAsync();
        description.Id.ShouldBe(_id);
        description.RunId.ShouldBe(handle.ResultRunId);
        description.WorkflowType.ShouldBe("Raw");
        description.TaskQueue.ShouldBe(_id);
        description.Status.ShouldBe(WorkflowExecutionStatus.Running);
        description.ParentId.ShouldBeNull();
        description.CloseTime.ShouldBeNull();
        (await description.Memo["key"].ToValueAsync<double>()).ShouldBe(12.5);
        (await description.GetStaticSummaryAsync()).ShouldBe("summary");
        (await description.GetStaticDetailsAsync()).ShouldBe("details");
    }

    [SkippableFact]
    public async Task Start_IdOfRunningWorkflow_ThrowsWithItsRun()
    {
        var first = await StartAsync();

        var thrown = await Should.ThrowAsync<WorkflowAlreadyStartedException>(
            () => Client.StartWorkflowAsync("Other", [], new(_id, _id)));

        thrown.WorkflowId.ShouldBe(_id);
        thrown.WorkflowType.ShouldBe("Other");
        thrown.RunId.ShouldBe(first.ResultRunId);
    }

    [SkippableFact]
    public async Task Start_UseExisting_ReturnsRunningRun()
    {
        var first = await StartAsync();
        var second = await StartAsync(options => options.IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting);
        second.ResultRunId.ShouldBe(first.ResultRunId);
    }

    [SkippableFact]
    public async Task Start_WithoutIdOrTaskQueue_IsRefused()
    {
        (await Should.ThrowAsync<ArgumentException>(() => Client.StartWorkflowAsync("Raw", [], new() { TaskQueue = "q" })))
            .Message.ShouldContain("ID required");
        (await Should.ThrowAsync<ArgumentException>(() => Client.StartWorkflowAsync("Raw", [], new() { Id = "i" })))
            .Message.ShouldContain("Task queue required");
        (await Should.ThrowAsync<ArgumentException>(() => StartAsync(o => o.Memo = new Dictionary<string, object> { ["k"] = null! })))
            .Message.ShouldContain("k");
    }

    [SkippableFact]
    public async Task SignalWithStart_TwiceOnOneId_OnlySignalsSecondTime()
    {
        var first = await StartAsync(options => options.SignalWithStart("poke", [1]));
        var second = await StartAsync(options => options.SignalWithStart("poke", [2]));

        first.FirstExecutionRunId.ShouldBeNull();
        second.ResultRunId.ShouldBe(first.ResultRunId);
        var history = await first.FetchHistoryAsync();
        history.Events.Count(e => e.WorkflowExecutionSignaledEventAttributes?.SignalName == "poke").ShouldBe(2);
    }

    [SkippableFact]
    public async Task UnknownWorkflow_AnyCall_IsNotFound()
    {
        var handle = Client.GetWorkflowHandle(_id);
        foreach (var call in new Func<Task>[]
        {
            () => handle.DescribeAsync(), () => handle.SignalAsync("s", []), () => handle.CancelAsync(),
            () => handle.TerminateAsync(), () => handle.GetResultAsync(), () => handle.QueryAsync<int>("q", []),
        })
        {
            (await Should.ThrowAsync<RpcException>(call)).Code.ShouldBe(RpcException.StatusCode.NotFound);
        }
    }

    [SkippableFact]
    public async Task GetResult_CancelledToken_ThrowsOperationCanceled()
    {
        var handle = await StartAsync();
        using var source = new CancellationTokenSource();
        var waiting = handle.GetResultAsync(rpcOptions: new() { CancellationToken = source.Token });
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [SkippableFact]
    public async Task GetResult_TimedOutCall_ThrowsDeadlineExceeded()
    {
        var handle = await StartAsync();
        var thrown = await Should.ThrowAsync<RpcException>(
            () => handle.GetResultAsync(rpcOptions: new() { Timeout = TimeSpan.FromMilliseconds(1) }));
        thrown.Code.ShouldBe(RpcException.StatusCode.DeadlineExceeded);
    }

    [SkippableFact]
    public async Task GetResult_Completed_DecodesResult()
    {
        var handle = await StartAsync();
        await Worker.AnswerAsync(RawWorker.Complete("done"));
        (await handle.GetResultAsync<string>()).ShouldBe("done");
        var description = await handle.DescribeAsync();
        description.Status.ShouldBe(WorkflowExecutionStatus.Completed);
        description.CloseTime.ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task GetResult_Failed_HasApplicationFailureInside()
    {
        var handle = await StartAsync();
        await Worker.AnswerAsync(RawWorker.Fail(new ApplicationFailureException(
            "broken", new InvalidOperationException("deep"), "Kind", details: [7, "x"], category: ApplicationErrorCategory.Benign)));

        var thrown = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());

        thrown.Message.ShouldBe("Workflow failed");
        var failure = thrown.InnerException.ShouldBeOfType<ApplicationFailureException>();
        failure.Message.ShouldBe("broken");
        failure.ErrorType.ShouldBe("Kind");
        failure.Category.ShouldBe(ApplicationErrorCategory.Benign);
        failure.Details.Count.ShouldBe(2);
        failure.Details.ElementAt<int>(0).ShouldBe(7);
        failure.InnerException.ShouldBeOfType<ApplicationFailureException>().ErrorType.ShouldBe("InvalidOperationException");
    }

    [SkippableFact]
    public async Task GetResult_Terminated_CarriesReasonAndDetails()
    {
        var handle = await StartAsync();
        await handle.TerminateAsync("enough", new() { Details = ["a", 2] });

        var thrown = await Should.ThrowAsync<WorkflowFailedException>(() => handle.GetResultAsync());

        var failure = thrown.InnerException.ShouldBeOfType<TerminatedFailureException>();
        failure.Message.ShouldBe("enough");
        failure.Details!.ElementAt<int>(1).ShouldBe(2);
    }

    [SkippableFact]
    public async Task GetResult_ContinuedAsNew_FollowsOrSaysSo()
    {
        var handle = await StartAsync();
        await Worker.AnswerAsync(Worker.ContinueAsNew("Raw"));
        await Worker.AnswerAsync(RawWorker.Complete(5));

        (await handle.GetResultAsync<int>()).ShouldBe(5);
        var thrown = await Should.ThrowAsync<WorkflowContinuedAsNewException>(() => handle.GetResultAsync(followRuns: false));
        thrown.NewRunId.ShouldNotBe(handle.ResultRunId);
    }

    [SkippableFact]
    public async Task Cancel_RunningWorkflow_IsRequestedInHistory()
    {
        var handle = await StartAsync();
        await handle.CancelAsync();
        var history = await handle.FetchHistoryAsync();
        history.Events.ShouldContain(e => e.EventType == EventType.WorkflowExecutionCancelRequested);
    }

    [SkippableFact]
    public async Task Query_AnsweredFailedAndRefused_AreTold()
    {
        var handle = await StartAsync();
        await Worker.AnswerAsync();

        var answered = handle.QueryAsync<string>("q", []);
        await Worker.AnswerQueryAsync("yes");
        (await answered).ShouldBe("yes");

        var failed = handle.QueryAsync<string>("q", []);
        await Worker.AnswerQueryAsync(null, "no such query");
        (await Should.ThrowAsync<WorkflowQueryFailedException>(failed)).Message.ShouldBe("no such query");

        await handle.TerminateAsync();
        var refused = await Should.ThrowAsync<WorkflowQueryRejectedException>(
            () => handle.QueryAsync<string>("q", [], new() { RejectCondition = QueryRejectCondition.NotOpen }));
        refused.WorkflowStatus.ShouldBe(WorkflowExecutionStatus.Terminated);
    }

    [SkippableFact]
    public async Task History_OfClosedWorkflow_SurvivesJson()
    {
        var handle = await StartAsync();
        await Worker.AnswerAsync(RawWorker.Complete(1));
        var history = await handle.FetchHistoryAsync();
        history.Events.First().EventType.ShouldBe(EventType.WorkflowExecutionStarted);
        WorkflowHistory.FromJson(_id, history.ToJson()).Events.ShouldBe(history.Events);
    }

    [SkippableFact]
    public async Task List_ByWorkflowId_FindsIt()
    {
        var handle = await StartAsync();
        var query = $"WorkflowId = '{_id}'";
        await EventuallyAsync(async () => (await Client.CountWorkflowsAsync(query)).Count == 1);

        var listed = new List<WorkflowExecution>();
        await foreach (var execution in Client.ListWorkflowsAsync(query))
        {
            listed.Add(execution);
        }

        listed.ShouldHaveSingleItem().RunId.ShouldBe(handle.ResultRunId);
        (await Client.ListWorkflowsPaginatedAsync(query, null)).Workflows.Count.ShouldBe(1);
        var groups = (await Client.CountWorkflowsAsync($"{query} GROUP BY ExecutionStatus")).Groups;
        groups.ShouldHaveSingleItem().GroupValues.ShouldBe(["Running"]);
        Should.Throw<ArgumentOutOfRangeException>(() => Client.ListWorkflowsAsync(query, new() { Limit = -1 }));
    }

    private Task<WorkflowHandle> StartAsync(Action<WorkflowOptions>? change = null)
    {
        var options = new WorkflowOptions(_id, _id);
        change?.Invoke(options);
        return Client.StartWorkflowAsync("Raw", ["input"], options);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
