using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;
using Temporalio.Worker;
using WorkflowExecution = Temporalio.Api.Common.V1.WorkflowExecution;

namespace Temporalio.Tests.Worker;

/// <summary>The rarer ends of an attempt: paused, reset, heartbeats and failures that cannot be converted.</summary>
public abstract class ActivityEndContract(ServerFixture server) : WorkerContract(server)
{
    [SkippableTheory]
    [InlineData("pause", ActivityCancelReason.Paused, "ActivityPause", "Activity paused")]
    [InlineData("reset", ActivityCancelReason.Reset, "ActivityReset", "Activity reset")]
    public async Task Attempt_PausedOrReset_IsCancelledAndComesAgain(string how, ActivityCancelReason reason, string errorType, string message)
    {
        var seen = new TaskCompletionSource<(ActivityCancelReason Reason, ActivityCancellationDetails? Details)>();
        var begun = new TaskCompletionSource();
        var activity = ActivityDefinition.Create("Slow", typeof(Task<string>), [], 0, _ => RunAsync());
        await WithWorkerAsync(Options().AddActivity(activity).AddWorkflow<SlowActivity>(), async () =>
        {
            var handle = await Client.StartWorkflowAsync((SlowActivity wf) => wf.RunAsync(), NewWorkflow());
            await begun.Task.WaitAsync(Soon);
            var execution = new WorkflowExecution { WorkflowId = handle.Id };
            await (how == "pause"
                ? (Task)Client.WorkflowService.PauseActivityAsync(new() { Namespace = "default", Execution = execution, Id = "slow" })
                : Client.WorkflowService.ResetActivityAsync(new() { Namespace = "default", Execution = execution, Id = "slow" }));
            var (why, details) = await seen.Task.WaitAsync(Soon);
            why.ShouldBe(reason);
            (how == "pause" ? details!.IsPaused : details!.IsReset).ShouldBeTrue();

            // A paused one comes again when it goes on; what the attempt ended with is kept.
            if (how == "pause")
            {
                var failure = await EventuallyAsync(() => LastFailureAsync(execution), last => last?.ApplicationFailureInfo != null);
                failure!.Message.ShouldBe(message);
                failure.ApplicationFailureInfo.Type.ShouldBe(errorType);
                await Client.WorkflowService.UnpauseActivityAsync(new() { Namespace = "default", Execution = execution, Id = "slow" });
            }

            (await handle.GetResultAsync()).ShouldBe("again");
        });

        async Task<string> RunAsync()
        {
            var context = ActivityExecutionContext.Current;
            if (seen.Task.IsCompleted)
            {
                return "again";
            }

            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            try
            {
                while (await beat.WaitForNextTickAsync(context.CancellationToken))
                {
                    context.Heartbeat("alive");
                    begun.TrySetResult();
                }
            }
            finally
            {
                seen.TrySetResult((context.CancelReason, context.CancellationDetails));
            }

            return "not reached";
        }
    }

    [SkippableFact]
    public async Task Heartbeat_ThatCannotBeConverted_CancelsTheAttemptAndFailsIt()
    {
        ActivityCancelReason? seen = null;
        var activity = ActivityDefinition.Create("Slow", typeof(Task<string>), [], 0, _ => RunAsync());
        (await FailAsync(Client, activity)).ErrorType.ShouldBe(nameof(NotSupportedException));
        seen.ShouldBe(ActivityCancelReason.HeartbeatRecordFailure);

        async Task<string> RunAsync()
        {
            var context = ActivityExecutionContext.Current;
            context.Heartbeat((Action)(() => { }));
            var cancelled = new TaskCompletionSource<string>();
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetCanceled(context.CancellationToken));
            try
            {
                return await cancelled.Task.WaitAsync(Soon);
            }
            finally
            {
                seen = context.CancelReason;
            }
        }
    }

    [SkippableFact]
    public async Task Failure_ThatCannotBeConverted_SaysSo()
    {
        var converter = DataConverter.Default with { FailureConverter = new Broken() };
        var client = new TemporalClient(Client.Connection, new() { DataConverter = converter });
        var activity = ActivityDefinition.Create("Slow", typeof(string), [], 0, _ => throw new InvalidOperationException("why"));
        var failure = await FailAsync(client, activity);
        failure.Message.ShouldContain("Failed building completion");
        failure.Message.ShouldContain("no words for this");
    }

    private async Task<ApplicationFailureException> FailAsync(TemporalClient client, ActivityDefinition activity)
    {
        // The converter under test belongs to the worker of activities alone.
        using var activities = new TemporalWorker(client, Options().AddActivity(activity));
        using var workflows = new TemporalWorker(Client, Options().AddWorkflow<SlowActivity>());
        var thrown = await Should.ThrowAsync<WorkflowFailedException>(() => activities.ExecuteAsync(() => workflows.ExecuteAsync(
            () => Client.ExecuteWorkflowAsync((SlowActivity wf) => wf.RunAsync(), NewWorkflow()).WaitAsync(Soon))));
        return thrown.InnerException.ShouldBeOfType<ActivityFailureException>().InnerException.ShouldBeOfType<ApplicationFailureException>();
    }

    private async Task<Failure?> LastFailureAsync(WorkflowExecution execution)
    {
        var described = await Client.WorkflowService.DescribeWorkflowExecutionAsync(new() { Namespace = "default", Execution = execution });
        return described.PendingActivities.FirstOrDefault()?.LastFailure;
    }

    private sealed class Broken : IFailureConverter
    {
        public Failure ToFailure(Exception exception, IPayloadConverter payloadConverter) => throw new InvalidOperationException("no words for this");

        public Exception ToException(Failure failure, IPayloadConverter payloadConverter) =>
            DataConverter.Default.FailureConverter.ToException(failure, payloadConverter);
    }
}
