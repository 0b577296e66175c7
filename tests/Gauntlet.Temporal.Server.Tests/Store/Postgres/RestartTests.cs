using Gauntlet.Temporal.Server.Tests.Engine;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.TestService.V1;
using Temporalio.Api.WorkflowService.V1;
using static Gauntlet.Temporal.Server.Tests.Engine.HandWorker;

namespace Gauntlet.Temporal.Server.Tests.Store.Postgres;

/// <summary>A server ends, the next one on the same database goes on: whatever a worker or a caller had been told still holds.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private string _database = string.Empty;
    private HandWorker? _worker;

    private HandWorker Worker => _worker!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_worker is not null) await _worker.DisposeAsync();
    }

    [SkippableFact]
    public async Task Restart_WorkflowTaskNobodyTook_IsOfferedAgain()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await RestartAsync();
        await Worker.StepAsync(Complete());
        (await Worker.ClosedAsync(run)).EventType.ShouldBe(EventType.WorkflowExecutionCompleted);
        (await Worker.HistoryAsync(run)).Select(e => e.TaskId).ShouldBeUnique();
    }

    [SkippableFact]
    public async Task Restart_TasksThatAWorkerHas_AreAnsweredByTheirTokens()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Activity("a"));
        var activity = await Worker.PollActivityAsync();
        await Worker.SignalAsync(run, "go");
        var task = await Worker.PollAsync();
        await Worker.SignalAsync(run, "waits");
        await RestartAsync();

        await Worker.CompleteAsync(task, Timer("t", TimeSpan.FromHours(1)));
        await Worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(new() { Namespace = Namespace, TaskToken = activity.TaskToken });
        await Worker.StepAsync(Complete());

        (await Worker.TypesAsync(run)).ShouldBe(
        [
            EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.ActivityTaskScheduled,
            EventType.WorkflowExecutionSignaled, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.TimerStarted,
            EventType.WorkflowExecutionSignaled, EventType.WorkflowTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted,
            EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.WorkflowExecutionCompleted,
        ]);
    }

    [SkippableFact]
    public async Task Restart_TimerAndActivityRetry_ComeAtTheirTime()
    {
        await StartAsync(skipping: true);
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Timer("t", TimeSpan.FromDays(30)), Activity("a", attempts: 2));
        var first = await Worker.PollActivityAsync();
        await Worker.Server.CallAsync<LockTimeSkippingRequest, LockTimeSkippingResponse>("temporal.api.testservice.v1.TestService", new());
        await Worker.Server.WorkflowAsync<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>(
            new() { Namespace = Namespace, TaskToken = first.TaskToken, Failure = new() { Message = "once more" } });
        await RestartAsync(skipping: true);

        var second = await Worker.PollActivityAsync();
        second.Attempt.ShouldBe(2);
        await Worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(new() { Namespace = Namespace, TaskToken = second.TaskToken });
        await Worker.StepAsync();
        await Worker.StepAsync(Complete());

        var history = await Worker.HistoryAsync(run);
        var fired = history.Single(e => e.EventType == EventType.TimerFired);
        (fired.EventTime - history.Single(e => e.EventType == EventType.TimerStarted).EventTime).ToTimeSpan().ShouldBeInRange(TimeSpan.FromDays(30), TimeSpan.FromDays(30.01));

        // The skipped month is over for the next server, too.
        await RestartAsync(skipping: true);
        var now = await Worker.Server.CallAsync<Empty, GetCurrentTimeResponse>("temporal.api.testservice.v1.TestService", new(), method: "GetCurrentTime");
        now.Time.ToDateTimeOffset().ShouldBeGreaterThan(fired.EventTime.ToDateTimeOffset());
    }

    [SkippableFact]
    public async Task Restart_AdmittedUpdate_ReachesTheWorkflow()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.StepAsync();
        var request = new UpdateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            WorkflowExecution = run,
            Request = new() { Meta = new() { UpdateId = "u" }, Input = new() { Name = "change" } },
        };
        (await Worker.Server.WorkflowAsync<UpdateWorkflowExecutionRequest, UpdateWorkflowExecutionResponse>(request)).Stage
            .ShouldBe(UpdateWorkflowExecutionLifecycleStage.Admitted);
        await RestartAsync();

        var task = await Worker.PollAsync();
        task.Messages.Select(message => message.ProtocolInstanceId).ShouldBe(["u"]);
    }

    [SkippableFact]
    public async Task Restart_ChildThatEndedUnderTheNextServer_IsToldToItsParent()
    {
        await StartAsync();
        var parent = await Worker.StartWorkflowAsync();
        await Worker.StepAsync(Child("kid"));
        await Worker.StepAsync();
        await RestartAsync();
        await Worker.CompleteAsync(await Worker.PollAsync("kids"), Complete());
        await Worker.StepAsync(Complete());
        (await Worker.TypesAsync(parent)).Count(type => type == EventType.ChildWorkflowExecutionCompleted).ShouldBe(1);
        (await Worker.ClosedAsync(parent)).EventType.ShouldBe(EventType.WorkflowExecutionCompleted);
    }

    [SkippableFact]
    public async Task Restart_ASecondStartOfTheSameRequest_FindsTheRun()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync(with: request => request.RequestId = "same");
        await RestartAsync();
        (await Worker.StartWorkflowAsync(with: request => request.RequestId = "same")).RunId.ShouldBe(run.RunId);
    }

    [SkippableFact]
    public async Task Restart_ListsNamespacesAndAttributes_AreAsBefore()
    {
        await StartAsync();
        await Worker.Server.OperatorAsync<AddSearchAttributesRequest, AddSearchAttributesResponse>(
            new() { Namespace = Namespace, SearchAttributes = { ["Stage"] = IndexedValueType.Keyword } });
        await Worker.Server.WorkflowAsync<RegisterNamespaceRequest, RegisterNamespaceResponse>(
            new() { Namespace = "other", WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(3)) });
        var closed = await Worker.StartWorkflowAsync("closed", request => request.SearchAttributes = new() { IndexedFields = { ["Stage"] = Keyword("last") } });
        await Worker.StepAsync(Complete());
        await Worker.ClosedAsync(closed);
        await Worker.StartWorkflowAsync("open");
        var described = await DescribeNamespaceAsync();
        var listed = await ListAsync();
        await RestartAsync();

        (await ListAsync()).ShouldBe(listed);
        (await DescribeNamespaceAsync()).ShouldBe(described);
        (await ListAsync("Stage = 'last'")).Select(run => run.Execution.WorkflowId).ShouldBe(["closed"]);
        (await Worker.Server.WorkflowAsync<DescribeNamespaceRequest, DescribeNamespaceResponse>(new() { Namespace = "other" }))
            .Config.WorkflowExecutionRetentionTtl.ToTimeSpan().ShouldBe(TimeSpan.FromDays(3));
        (await Worker.HistoryAsync(closed)).Count.ShouldBe(5);
    }

    [SkippableFact]
    public async Task Restart_BatchAndLimitOfAQueue_AreStillThere()
    {
        await StartAsync();
        var run = await Worker.StartWorkflowAsync();
        await Worker.Server.WorkflowAsync<StartBatchOperationRequest, StartBatchOperationResponse>(new()
        {
            Namespace = Namespace, JobId = "all", Reason = "why", VisibilityQuery = "ExecutionStatus = 'Running'", TerminationOperation = new(),
        });
        await Worker.ClosedAsync(run);
        await Worker.Server.WorkflowAsync<UpdateTaskQueueConfigRequest, UpdateTaskQueueConfigResponse>(new()
        {
            Namespace = Namespace, TaskQueue = Queue, TaskQueueType = TaskQueueType.Activity, UpdateQueueRateLimit = new() { RateLimit = new() { RequestsPerSecond = 7 }, Reason = "slow" },
        });
        await RestartAsync();

        var batch = await Worker.Server.WorkflowAsync<DescribeBatchOperationRequest, DescribeBatchOperationResponse>(new() { Namespace = Namespace, JobId = "all" });
        (batch.Reason, batch.TotalOperationCount).ShouldBe(("why", 1));
        var queue = await Worker.Server.WorkflowAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(
            new() { Namespace = Namespace, TaskQueue = new() { Name = Queue }, TaskQueueType = TaskQueueType.Activity, ReportConfig = true });
        queue.Config.QueueRateLimit.RateLimit.RequestsPerSecond.ShouldBe(7);
        queue.EffectiveRateLimit.RequestsPerSecond.ShouldBe(7);
    }

    [SkippableFact]
    public async Task Restart_Schedule_GoesOn()
    {
        await StartAsync();
        var request = new CreateScheduleRequest
        {
            Namespace = Namespace,
            ScheduleId = "each-second",
            RequestId = "create",
            Schedule = new()
            {
                Spec = new() { Interval = { new Temporalio.Api.Schedule.V1.IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) } } },
                Action = new() { StartWorkflow = new() { WorkflowId = "tick", WorkflowType = new() { Name = "Flow" }, TaskQueue = new() { Name = Queue } } },
            },
        };
        await Worker.Server.WorkflowAsync<CreateScheduleRequest, CreateScheduleResponse>(request);
        var first = await Worker.PollAsync();
        await RestartAsync();

        // The first action still runs, so that the next one waits for its end.
        await Worker.CompleteAsync(first, Complete());
        var second = await Worker.PollAsync();
        second.WorkflowExecution.WorkflowId.ShouldStartWith("tick-");
        second.WorkflowExecution.WorkflowId.ShouldNotBe(first.WorkflowExecution.WorkflowId);
        var described = await Worker.Server.WorkflowAsync<DescribeScheduleRequest, DescribeScheduleResponse>(new() { Namespace = Namespace, ScheduleId = "each-second" });
        described.Info.RecentActions.Select(action => action.StartWorkflowResult.WorkflowId).ShouldBe([first.WorkflowExecution.WorkflowId, second.WorkflowExecution.WorkflowId]);
    }

    private static Payload Keyword(string value) => new()
    {
        Metadata = { ["encoding"] = Google.Protobuf.ByteString.CopyFromUtf8("json/plain") },
        Data = Google.Protobuf.ByteString.CopyFromUtf8($"\"{value}\""),
    };

    private async Task StartAsync(bool skipping = false)
    {
        _database = await TestCluster.NewDatabaseAsync();
        _worker = await HandWorker.StartAsync(Options(skipping));
    }

    private async Task RestartAsync(bool skipping = false)
    {
        await Worker.DisposeAsync();
        _worker = await HandWorker.StartAsync(Options(skipping));
    }

    private EmbeddedServerOptions Options(bool skipping) => new() { ConnectionString = _database, TimeSkipping = skipping, StartUnlocked = skipping };

    private async Task<DescribeNamespaceResponse> DescribeNamespaceAsync() =>
        await Worker.Server.WorkflowAsync<DescribeNamespaceRequest, DescribeNamespaceResponse>(new() { Namespace = Namespace });

    private async Task<IReadOnlyList<Temporalio.Api.Workflow.V1.WorkflowExecutionInfo>> ListAsync(string query = "") =>
        (await Worker.Server.WorkflowAsync<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>(new() { Namespace = Namespace, Query = query })).Executions;
}
