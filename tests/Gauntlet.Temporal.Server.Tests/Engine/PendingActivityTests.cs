using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

// An activity that waits an hour for its second attempt, steered by hand; as measured on the real server 1.29.1.
public sealed class PendingActivityTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task BackingOff_ShowsWhenTheNextAttemptComes_AlsoWhilePaused()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await FailOnceAsync(worker);

        var waiting = await DescribeAsync(worker, run);
        await PauseAsync(worker, run);
        var paused = await DescribeAsync(worker, run);

        waiting.State.ShouldBe(PendingActivityState.Scheduled);
        (waiting.NextAttemptScheduleTime - waiting.LastAttemptCompleteTime).ToTimeSpan().ShouldBe(Hour);
        waiting.ScheduledTime.ShouldBe(waiting.NextAttemptScheduleTime);
        waiting.CurrentRetryInterval.ToTimeSpan().ShouldBe(Hour);
        paused.State.ShouldBe(PendingActivityState.Paused);
        paused.NextAttemptScheduleTime.ShouldBe(waiting.NextAttemptScheduleTime);
    }

    [Fact]
    public async Task Unpause_OfOneThatBacksOff_OffersTheNextAttemptAtOnce()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await FailOnceAsync(worker);
        await PauseAsync(worker, run);

        await worker.Server.WorkflowAsync<UnpauseActivityRequest, UnpauseActivityResponse>(new() { Namespace = HandWorker.Namespace, Execution = run, Id = "a" });

        (await worker.PollActivityAsync()).Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Reset_KeepingThePause_ChangesOnlyTheAttempt()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await FailOnceAsync(worker);
        await PauseAsync(worker, run);
        var before = await DescribeAsync(worker, run);

        await worker.Server.WorkflowAsync<ResetActivityRequest, ResetActivityResponse>(new() { Namespace = HandWorker.Namespace, Execution = run, Id = "a", KeepPaused = true });

        (await DescribeAsync(worker, run)).ShouldBe(new(before) { Attempt = 1 });
    }

    [Fact]
    public async Task UpdateOptions_OfOneThatBacksOff_SetsTheWaitOfTheAttemptToCome()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await FailOnceAsync(worker);

        await worker.Server.WorkflowAsync<UpdateActivityOptionsRequest, UpdateActivityOptionsResponse>(new()
        {
            Namespace = HandWorker.Namespace,
            Execution = run,
            Id = "a",
            ActivityOptions = new() { RetryPolicy = new() { BackoffCoefficient = 3 } },
            UpdateMask = FieldMask.FromString("retry_policy.backoff_coefficient"),
        });

        var waiting = await DescribeAsync(worker, run);
        waiting.Attempt.ShouldBe(2);
        waiting.CurrentRetryInterval.ToTimeSpan().ShouldBe(3 * Hour);
        (waiting.NextAttemptScheduleTime - waiting.LastAttemptCompleteTime).ToTimeSpan().ShouldBe(3 * Hour);
        waiting.LastFailure.ShouldBeNull();
    }

    [Fact]
    public async Task Terminate_OfItsRun_LeavesItToBeSeen()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await FailOnceAsync(worker);

        await worker.Server.WorkflowAsync<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>(new() { Namespace = HandWorker.Namespace, WorkflowExecution = run });

        (await DescribeAsync(worker, run)).State.ShouldBe(PendingActivityState.Scheduled);
    }

    private static async Task<WorkflowExecution> FailOnceAsync(HandWorker worker)
    {
        var run = await worker.StartWorkflowAsync();
        var command = HandWorker.Activity("a", attempts: 9);
        command.ScheduleActivityTaskCommandAttributes.RetryPolicy.InitialInterval = Duration.FromTimeSpan(Hour);
        await worker.StepAsync(command);
        var task = await worker.PollActivityAsync();
        await worker.Server.WorkflowAsync<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>(
            new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken, Failure = new() { Message = "not yet", ApplicationFailureInfo = new() } });
        return run;
    }

    private static Task<PauseActivityResponse> PauseAsync(HandWorker worker, WorkflowExecution run) =>
        worker.Server.WorkflowAsync<PauseActivityRequest, PauseActivityResponse>(new() { Namespace = HandWorker.Namespace, Execution = run, Id = "a" });

    private static async Task<PendingActivityInfo> DescribeAsync(HandWorker worker, WorkflowExecution run) =>
        (await worker.Server.WorkflowAsync<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>(new() { Namespace = HandWorker.Namespace, Execution = run }))
            .PendingActivities.Single();
}
