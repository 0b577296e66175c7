using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>What a client may expect of any server when it lists, counts and reads histories.</summary>
public abstract class VisibilityCallContract
{
    private readonly string _type = $"Listed{Guid.NewGuid():N}";
    private readonly string _queue = $"tq-{Guid.NewGuid()}";

    protected VisibilityCallContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        Client = server.Client;
    }

    private TemporalClient Client { get; }

    private string Query => $"WorkflowType = '{_type}'";

    [SkippableFact]
    public async Task List_ManyWorkflows_ComesInPagesOrCutOff()
    {
        await StartAsync(5);

        List<int> sizes = [];
        HashSet<string> ids = [];
        byte[]? token = null;
        do
        {
            var page = await Client.ListWorkflowsPaginatedAsync(Query, token, new() { PageSize = 2 });
            sizes.Add(page.Workflows.Count);
            ids.UnionWith(page.Workflows.Select(workflow => workflow.Id));
            token = page.NextPageToken;
        }
        while (token is not null);

        // The last full page may be followed by an empty one: servers differ in that.
        sizes.Where(size => size > 0).ShouldBe([2, 2, 1]);
        ids.Count.ShouldBe(5);
        (await ListAsync(new() { Limit = 3 })).Count.ShouldBe(3);
        var all = await ListAsync(null);
        all.Count.ShouldBe(5);
        all.ShouldAllBe(workflow => workflow.WorkflowType == _type && workflow.TaskQueue == _queue && workflow.Status == WorkflowExecutionStatus.Running);
    }

    [SkippableFact]
    public async Task Count_WithAndWithoutGroups_IsDecoded()
    {
        await StartAsync(3);
        await Client.GetWorkflowHandle($"{_type}-0").TerminateAsync();
        await EventuallyAsync(async () => (await Client.CountWorkflowsAsync($"{Query} AND ExecutionStatus = 'Terminated'")).Count == 1);

        var plain = await Client.CountWorkflowsAsync(Query);
        plain.Count.ShouldBe(3);
        plain.Groups.ShouldBeEmpty();
        var grouped = await Client.CountWorkflowsAsync($"{Query} GROUP BY ExecutionStatus");
        grouped.Count.ShouldBe(3);
        grouped.Groups.Select(group => $"{group.GroupValues.Single()}: {group.Count}").ShouldBe(["Running: 2", "Terminated: 1"], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task List_NegativeLimit_IsRefused()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ListAsync(new() { Limit = -1 }));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Client.ListWorkflowsPaginatedAsync(Query, null, new() { PageSize = -1 }));
    }

    [SkippableFact]
    public async Task List_BadQuery_IsInvalidArgument() =>
        (await Should.ThrowAsync<RpcException>(() => Client.CountWorkflowsAsync("WorkflowType ="))).Code.ShouldBe(RpcException.StatusCode.InvalidArgument);

    [SkippableFact]
    public async Task Start_UnknownSearchAttribute_IsRefused()
    {
        var attributes = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateKeyword("NoSuchAttribute"), "x").ToSearchAttributeCollection();
        var thrown = await Should.ThrowAsync<RpcException>(
            () => Client.StartWorkflowAsync(_type, [], new($"{_type}-sa", _queue) { TypedSearchAttributes = attributes }));
        thrown.Message.ShouldContain("no mapping defined");
    }

    [SkippableFact]
    public async Task Histories_OfAQuery_AreFetched()
    {
        await StartAsync(2);
        List<string> ids = [];
        await foreach (var history in Client.ListWorkflowHistoriesAsync(Query))
        {
            history.Events.First().WorkflowExecutionStartedEventAttributes.WorkflowType.Name.ShouldBe(_type);
            ids.Add(history.Id);
        }

        ids.ShouldBe([$"{_type}-0", $"{_type}-1"], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task Events_WaitingForNew_AreFollowedUntilTheEnd()
    {
        await StartAsync(1);
        var handle = Client.GetWorkflowHandle($"{_type}-0");
        List<EventType> seen = [];
        var scheduled = new TaskCompletionSource();
        var following = Task.Run(async () =>
        {
            await foreach (var e in handle.FetchHistoryEventsAsync(new() { WaitNewEvent = true }))
            {
                seen.Add(e.EventType);
                if (e.EventType is EventType.WorkflowTaskScheduled) scheduled.TrySetResult();
            }
        });
        await scheduled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        following.IsCompleted.ShouldBeFalse();

        await handle.SignalAsync("poke", []);
        await handle.TerminateAsync();
        await following.WaitAsync(TimeSpan.FromSeconds(20));

        seen.ShouldBe(
            [EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionTerminated]);
    }

    [SkippableFact]
    public async Task Events_OfTheClose_AreOne()
    {
        await StartAsync(1);
        var handle = Client.GetWorkflowHandle($"{_type}-0");
        await handle.TerminateAsync("over");
        var history = await handle.FetchHistoryAsync(new() { EventFilterType = HistoryEventFilterType.CloseEvent });
        history.Events.ShouldHaveSingleItem().WorkflowExecutionTerminatedEventAttributes.Reason.ShouldBe("over");
    }

    [SkippableFact]
    public async Task Reset_ByRawCall_GivesANewRun()
    {
        await StartAsync(1);
        var handle = Client.GetWorkflowHandle($"{_type}-0");
        await new RawWorker(Client, _queue).AnswerAsync(RawWorker.Complete("first"));
        (await handle.GetResultAsync<string>()).ShouldBe("first");

        var reset = await Client.WorkflowService.ResetWorkflowExecutionAsync(new()
        {
            Namespace = "default",
            WorkflowExecution = new() { WorkflowId = handle.Id },
            Reason = "once more",
            WorkflowTaskFinishEventId = 4,
            RequestId = $"{Guid.NewGuid()}",
        });
        await new RawWorker(Client, _queue).AnswerAsync(RawWorker.Complete("second"));

        (await Client.GetWorkflowHandle(handle.Id, reset.RunId).GetResultAsync<string>()).ShouldBe("second");
        (await handle.GetResultAsync<string>()).ShouldBe("second");
    }

    private async Task StartAsync(int count)
    {
        for (var i = 0; i < count; i++) await Client.StartWorkflowAsync(_type, [], new($"{_type}-{i}", _queue));
        await EventuallyAsync(async () => (await Client.CountWorkflowsAsync(Query)).Count == count);
    }

    private async Task<List<WorkflowExecution>> ListAsync(WorkflowListOptions? options)
    {
        List<WorkflowExecution> found = [];
        await foreach (var workflow in Client.ListWorkflowsAsync(Query, options)) found.Add(workflow);
        return found;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
