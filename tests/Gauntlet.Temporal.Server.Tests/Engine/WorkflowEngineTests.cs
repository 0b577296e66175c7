using Gauntlet.Temporal.Grpc;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using static Gauntlet.Temporal.Server.Tests.Engine.HandWorker;

namespace Gauntlet.Temporal.Server.Tests.Engine;

/// <summary>Expected histories are those of the real server, as Temporal's documentation and recorded behaviour have them.</summary>
public class WorkflowEngineTests
{
    [Fact]
    public async Task Timer_OfAMonth_FiresAtOnceWhenTimeSkips()
    {
        await using var worker = await StartAsync(skipping: true);
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(Timer("t", TimeSpan.FromDays(30)));
        await worker.StepAsync(Complete());
        var history = await worker.HistoryAsync(run);
        history.Select(e => e.EventType).ShouldBe(
        [
            EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted,
            EventType.TimerStarted, EventType.TimerFired,
            EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.WorkflowExecutionCompleted,
        ]);
        history.Select(e => e.EventId).ShouldBe(Enumerable.Range(1, 10).Select(id => (long)id));
        (history[5].EventTime - history[4].EventTime).ToTimeSpan().ShouldBeInRange(TimeSpan.FromDays(30), TimeSpan.FromDays(30.001));
    }

    [Fact]
    public async Task Signal_WhileATaskIsStarted_IsWrittenAfterItAndNeedsAnother()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        var task = await worker.PollAsync();
        await worker.SignalAsync(run, "go");
        (await worker.HistoryAsync(run)).Count.ShouldBe(3);
        await worker.CompleteAsync(task, Timer("t", TimeSpan.FromHours(1)));
        (await worker.TypesAsync(run)).Skip(3).ShouldBe(
            [EventType.WorkflowTaskCompleted, EventType.TimerStarted, EventType.WorkflowExecutionSignaled, EventType.WorkflowTaskScheduled]);
    }

    [Fact]
    public async Task Complete_OverAnUnseenSignal_IsRefusedAndTriedAgain()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        var task = await worker.PollAsync();
        await worker.SignalAsync(run, "go");
        (await Should.ThrowAsync<GrpcException>(worker.CompleteAsync(task, Complete()))).Code.ShouldBe(GrpcStatusCode.InvalidArgument);
        (await worker.HistoryAsync(run))[3].WorkflowTaskFailedEventAttributes.Cause.ShouldBe(WorkflowTaskFailedCause.UnhandledCommand);
        await worker.StepAsync(Complete());
        (await worker.ClosedAsync(run)).EventType.ShouldBe(EventType.WorkflowExecutionCompleted);
    }

    [Fact]
    public async Task Command_ThatIsWrong_GivesUpTheWholeCompletion()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        var task = await worker.PollAsync();
        await Should.ThrowAsync<GrpcException>(worker.CompleteAsync(task, Timer("t", TimeSpan.FromHours(1)), Timer("t", TimeSpan.FromHours(2))));
        (await worker.TypesAsync(run))[^1].ShouldBe(EventType.WorkflowTaskFailed);
        var again = await worker.PollAsync();
        again.Attempt.ShouldBe(2);
        await worker.CompleteAsync(again, Timer("t", TimeSpan.FromHours(1)));
        (await worker.TypesAsync(run)).Count(type => type == EventType.TimerStarted).ShouldBe(1);
    }

    [Fact]
    public async Task Activity_ThatFailsTwice_LeavesOneStartWithTheLastAttempt()
    {
        await using var worker = await StartAsync(skipping: true);
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(Activity("a"));
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var failing = await worker.PollActivityAsync();
            failing.Attempt.ShouldBe(attempt);
            await worker.Server.WorkflowAsync<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>(
                new() { Namespace = HandWorker.Namespace, TaskToken = failing.TaskToken, Failure = Boom() });
        }

        var task = await worker.PollActivityAsync();
        await worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(
            new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken });
        await worker.StepAsync(Complete());
        var history = await worker.HistoryAsync(run);
        var started = history.Single(e => e.EventType == EventType.ActivityTaskStarted);
        started.ActivityTaskStartedEventAttributes.Attempt.ShouldBe(3);
        started.ActivityTaskStartedEventAttributes.LastFailure.Message.ShouldBe("boom");
        history.Single(e => e.EventType == EventType.ActivityTaskCompleted).ActivityTaskCompletedEventAttributes.StartedEventId.ShouldBe(started.EventId);
    }

    [Fact]
    public async Task Activity_AnsweredTwice_IsNotFoundTheSecondTime()
    {
        await using var worker = await StartAsync();
        await worker.StartWorkflowAsync();
        await worker.StepAsync(Activity("a"));
        var task = await worker.PollActivityAsync();
        var answer = new RespondActivityTaskCompletedRequest { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken };
        await worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(answer);
        var second = worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(answer);
        (await Should.ThrowAsync<GrpcException>(second)).Code.ShouldBe(GrpcStatusCode.NotFound);
    }

    [Fact]
    public async Task Child_OfAClosedParent_IsTerminated()
    {
        await using var worker = await StartAsync();
        await worker.StartWorkflowAsync();
        await worker.StepAsync(Child("kid"));
        await worker.StepAsync(Complete());
        var close = await worker.ClosedAsync(new() { WorkflowId = "kid" });
        close.WorkflowExecutionTerminatedEventAttributes.Reason.ShouldBe("by parent close policy");
    }

    [Fact]
    public async Task Child_ThatCompletes_IsHeardOfByItsParent()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(Child("kid"));
        await worker.StepAsync();
        await worker.CompleteAsync(await worker.PollAsync("kids"), Complete());
        await worker.StepAsync(Complete());
        var history = await worker.HistoryAsync(run);
        var ended = history.Single(e => e.EventType == EventType.ChildWorkflowExecutionCompleted).ChildWorkflowExecutionCompletedEventAttributes;
        history[(int)ended.StartedEventId - 1].EventType.ShouldBe(EventType.ChildWorkflowExecutionStarted);
        history[(int)ended.InitiatedEventId - 1].EventType.ShouldBe(EventType.StartChildWorkflowExecutionInitiated);
    }

    [Fact]
    public async Task ContinueAsNew_MakesTheNextRunOfTheChain()
    {
        await using var worker = await StartAsync(skipping: true);
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(ContinueAsNew());
        var next = (await worker.ClosedAsync(run)).WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId;
        await worker.StepAsync(Complete());
        var first = (await worker.HistoryAsync(new() { WorkflowId = "wf", RunId = next }))[0].WorkflowExecutionStartedEventAttributes;
        first.ContinuedExecutionRunId.ShouldBe(run.RunId);
        first.FirstExecutionRunId.ShouldBe(run.RunId);
    }

    [Fact]
    public async Task Start_OfARunningId_IsRefusedUnlessTheSameRequest()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync(with: request => request.RequestId = "once");
        (await worker.StartWorkflowAsync(with: request => request.RequestId = "once")).RunId.ShouldBe(run.RunId);
        var refusal = await Should.ThrowAsync<GrpcException>(worker.StartWorkflowAsync());
        refusal.Code.ShouldBe(GrpcStatusCode.AlreadyExists);
        refusal.DetailOf<WorkflowExecutionAlreadyStartedFailure>()!.RunId.ShouldBe(run.RunId);
    }

    [Fact]
    public async Task RunTimeout_IsAJumpTargetOfSkippedTime()
    {
        await using var worker = await StartAsync(skipping: true);
        var run = await worker.StartWorkflowAsync(with: request => request.WorkflowRunTimeout = Duration.FromTimeSpan(TimeSpan.FromDays(7)));
        await worker.StepAsync();
        (await worker.ClosedAsync(run)).EventType.ShouldBe(EventType.WorkflowExecutionTimedOut);
    }

    [Fact]
    public async Task Update_Rejected_LeavesNoTrace()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync();
        var asked = UpdateAsync(worker, run);
        var task = await worker.PollAsync();
        var rejection = new Rejection { RejectedRequestMessageId = task.Messages[0].Id, Failure = Boom() };
        var completion = await worker.CompleteAsync(task, request => request.Messages.Add(Reply(task, "reject", rejection)));
        completion.ResetHistoryEventId.ShouldBe(3);
        (await asked).Outcome.Failure.Message.ShouldBe("boom");
        (await worker.HistoryAsync(run)).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(UpdateWorkflowExecutionLifecycleStage.Completed)]
    [InlineData(UpdateWorkflowExecutionLifecycleStage.Unspecified)] // as the Web UI asks: for the end
    public async Task Update_AcceptedAndCompleted_IsAnsweredAndRecorded(UpdateWorkflowExecutionLifecycleStage waits)
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync();
        var asked = UpdateAsync(worker, run, waits);
        var task = await worker.PollAsync();
        var accept = new Acceptance { AcceptedRequestMessageId = task.Messages[0].Id, AcceptedRequestSequencingEventId = task.Messages[0].EventId };
        var outcome = new Response { Meta = new() { UpdateId = "u" }, Outcome = new() { Success = new() } };
        await worker.CompleteAsync(task, request => request.Messages.AddRange([Reply(task, "accept", accept), Reply(task, "complete", outcome)]));
        (await asked).Stage.ShouldBe(UpdateWorkflowExecutionLifecycleStage.Completed);
        (await worker.TypesAsync(run)).TakeLast(2).ShouldBe([EventType.WorkflowExecutionUpdateAccepted, EventType.WorkflowExecutionUpdateCompleted]);
        (await UpdateAsync(worker, run)).Outcome.ValueCase.ShouldBe(Outcome.ValueOneofCase.Success);
    }

    [Fact]
    public async Task Query_WithoutAPendingTask_GoesToAWorkerAndLeavesNoTrace()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync();
        var asked = worker.Server.WorkflowAsync<QueryWorkflowRequest, QueryWorkflowResponse>(
            new() { Namespace = HandWorker.Namespace, Execution = run, Query = new() { QueryType = "state" } });
        var task = await worker.PollAsync();
        task.Query.QueryType.ShouldBe("state");
        task.History.Events.Count.ShouldBe(4);
        await worker.Server.WorkflowAsync<RespondQueryTaskCompletedRequest, RespondQueryTaskCompletedResponse>(
            new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken, CompletedType = QueryResultType.Answered, QueryResult = new() });
        (await asked).QueryResult.ShouldNotBeNull();
        (await worker.HistoryAsync(run)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Reset_ToTheFirstTask_AppliesSignalsAgain()
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(Timer("t", TimeSpan.FromHours(1)));
        await worker.SignalAsync(run, "go");
        var reset = await worker.Server.WorkflowAsync<ResetWorkflowExecutionRequest, ResetWorkflowExecutionResponse>(
            new() { Namespace = HandWorker.Namespace, WorkflowExecution = run, WorkflowTaskFinishEventId = 4, RequestId = "r", Reason = "again" });
        (await worker.TypesAsync(new() { WorkflowId = "wf", RunId = reset.RunId })).Skip(3).ShouldBe(
            [EventType.WorkflowTaskFailed, EventType.WorkflowExecutionSignaled, EventType.WorkflowTaskScheduled]);
        (await worker.ClosedAsync(run)).EventType.ShouldBe(EventType.WorkflowExecutionTerminated);
    }

    // Shortly before the caller's deadline it gets an empty page, and a token where it said that it waits.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CloseEvent_OpenRun_IsEmptyWithATokenForThoseWhoWait(bool waits)
    {
        await using var worker = await StartAsync();
        var run = await worker.StartWorkflowAsync();
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = HandWorker.Namespace, Execution = run, WaitNewEvent = waits, HistoryEventFilterType = HistoryEventFilterType.CloseEvent,
        };

        var page = await worker.Server.WorkflowAsync<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>(request, new() { Timeout = TimeSpan.FromSeconds(1.2) });

        page.History.Events.ShouldBeEmpty();
        page.NextPageToken.IsEmpty.ShouldBe(!waits);
        if (!waits) return;
        var more = worker.Server.WorkflowAsync<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>(new(request) { NextPageToken = page.NextPageToken });
        await worker.StepAsync(new Temporalio.Api.Command.V1.Command { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new() });
        (await more).History.Events.Single().EventType.ShouldBe(EventType.WorkflowExecutionCompleted);
    }

    private static Failure Boom() => new() { Message = "boom", ApplicationFailureInfo = new() { Type = "Boom" } };

    private static Task<UpdateWorkflowExecutionResponse> UpdateAsync(
        HandWorker worker, WorkflowExecution run, UpdateWorkflowExecutionLifecycleStage waits = UpdateWorkflowExecutionLifecycleStage.Completed) =>
        worker.Server.WorkflowAsync<UpdateWorkflowExecutionRequest, UpdateWorkflowExecutionResponse>(new()
        {
            Namespace = HandWorker.Namespace,
            WorkflowExecution = run,
            WaitPolicy = new() { LifecycleStage = waits },
            Request = new() { Meta = new() { UpdateId = "u" }, Input = new() { Name = "change" } },
        });

    private static Message Reply(PollWorkflowTaskQueueResponse task, string kind, Google.Protobuf.IMessage body) => new()
    {
        Id = $"u/{kind}",
        ProtocolInstanceId = task.Messages[0].ProtocolInstanceId,
        Body = Any.Pack(body),
    };
}
