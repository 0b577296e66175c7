using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

// What the Web UI shows of events and queues; values as the real server 1.29.1 gives them.
public sealed class EventDetailTests
{
    [Fact]
    public async Task Terminate_WithoutReasonAndIdentity_IsByTheFrontend()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await worker.StartWorkflowAsync();

        await worker.Server.WorkflowAsync<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>(new() { Namespace = HandWorker.Namespace, WorkflowExecution = run });

        var end = (await worker.ClosedAsync(run)).WorkflowExecutionTerminatedEventAttributes;
        (end.Reason, end.Identity).ShouldBe(("terminated by user via frontend", "frontend-service"));
    }

    [Fact]
    public async Task ContinueAsNew_InTheFirstSecond_ShowsTheDelayInTheNextRunOnly()
    {
        await using var worker = await HandWorker.StartAsync(skipping: true);
        var run = await worker.StartWorkflowAsync();
        var command = HandWorker.ContinueAsNew();
        command.ContinueAsNewWorkflowExecutionCommandAttributes.InheritBuildId = true;

        await worker.StepAsync(command);

        var end = (await worker.ClosedAsync(run)).WorkflowExecutionContinuedAsNewEventAttributes;
        (end.BackoffStartInterval, end.InheritBuildId).ShouldBe((null, true));
        var next = await worker.HistoryAsync(new() { WorkflowId = run.WorkflowId, RunId = end.NewExecutionRunId });
        next[0].WorkflowExecutionStartedEventAttributes.FirstWorkflowTaskBackoff.ToTimeSpan().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Commands_WithSummaries_LeaveThemInTheEventsTheyMake()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await worker.StartWorkflowAsync();
        await worker.StepAsync(HandWorker.Timer("t", TimeSpan.FromDays(1)));
        await worker.SignalAsync(run, "go");

        await worker.StepAsync(
            new Command { CommandType = CommandType.CancelTimer, CancelTimerCommandAttributes = new() { TimerId = "t" }, UserMetadata = Summary("no more") },
            new Command { CommandType = CommandType.CompleteWorkflowExecution, CompleteWorkflowExecutionCommandAttributes = new(), UserMetadata = Summary("the end") });

        (await worker.HistoryAsync(run)).Where(static e => e.UserMetadata is not null).Select(static e => (e.EventType, e.UserMetadata.Summary.Data.ToStringUtf8()))
            .ShouldBe([(EventType.TimerCanceled, "no more"), (EventType.WorkflowExecutionCompleted, "the end")]);
    }

    [Fact]
    public async Task Pollers_ThatNameABuild_AreShownWithIt()
    {
        await using var worker = await HandWorker.StartAsync();
        await worker.StartWorkflowAsync();
        await worker.Server.WorkflowAsync<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>(
            new() { Namespace = HandWorker.Namespace, TaskQueue = new() { Name = HandWorker.Queue }, Identity = "me", WorkerVersionCapabilities = new() { BuildId = "b1" } },
            HandWorker.Patience);

        var queue = await worker.Server.WorkflowAsync<DescribeTaskQueueRequest, DescribeTaskQueueResponse>(
            new() { Namespace = HandWorker.Namespace, TaskQueue = new() { Name = HandWorker.Queue }, TaskQueueType = TaskQueueType.Workflow });

        queue.Pollers.Single().WorkerVersionCapabilities.BuildId.ShouldBe("b1");
    }

    private static UserMetadata Summary(string text) => new() { Summary = new Payload { Data = ByteString.CopyFromUtf8(text) } };
}
