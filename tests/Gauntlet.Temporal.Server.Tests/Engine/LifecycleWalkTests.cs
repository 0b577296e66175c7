using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Tests.Hostile;
using Gauntlet.Temporal.Server.Tests.Nexus;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Engine;

// Takes every transition of every table on a running server, and looks that it did. Alone: other servers of this process would take some too.
[Collection(HostileCollection.Name)]
public sealed class LifecycleWalkTests
{
    private const string Kids = "kids";

    [Fact]
    public async Task Tables_AllRuns_TakeEveryTransition()
    {
        using var passed = new PassedTransitions();
        await WorkflowTasksAsync();
        await UpdatesAsync();
        await ActivitiesAsync();
        await TimersAndDeliveriesAsync(passed);
        await ChildrenAsync(passed);
        await NexusLifecycles.WalkAsync(passed);

        PassedTransitions.All.Except(passed.Seen, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static async Task WorkflowTasksAsync()
    {
        await using var worker = await HandWorker.StartAsync();
        await TerminateAsync(worker, await worker.StartWorkflowAsync("scheduled"));

        // Fails twice, is completed at the third attempt, and once more its task is gone before anybody polled.
        var run = await worker.StartWorkflowAsync("fails");
        await FailAsync(worker, await worker.PollAsync());
        await FailAsync(worker, await worker.PollAsync());
        await worker.StepAsync(HandWorker.Timer("t", TimeSpan.FromDays(1)));
        await worker.SignalAsync(run, "go");
        await FailAsync(worker, await worker.PollAsync());
        await TerminateAsync(worker, run);

        // Events come while a task that failed before waits.
        run = await worker.StartWorkflowAsync("late");
        await FailAsync(worker, await worker.PollAsync());
        await worker.SignalAsync(run, "go");
        await worker.StepAsync(HandWorker.Complete());
    }

    private static async Task UpdatesAsync()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await worker.StartWorkflowAsync("updated");
        await worker.StepAsync();

        var rejected = UpdateAsync(worker, run, "rejected");
        var task = await worker.PollAsync();
        await worker.CompleteAsync(task, answer => answer.Messages.Add(Reply("rejected", "reject", new Rejection { RejectedRequestMessageId = task.Messages[0].Id, Failure = new() { Message = "no" } })));
        (await rejected).Outcome.Failure.Message.ShouldBe("no");

        var failedOnce = UpdateAsync(worker, run, "accepted");
        await FailAsync(worker, await worker.PollAsync());
        await AcceptAsync(worker, "accepted");
        (await failedOnce).Outcome.Success.ShouldNotBeNull();

        // Accepted at once, from a speculative task; then one that this server never heard of.
        var atOnce = UpdateAsync(worker, run, "at-once");
        await AcceptAsync(worker, "at-once");
        (await atOnce).Outcome.Success.ShouldNotBeNull();
        await worker.SignalAsync(run, "go");
        await AcceptAsync(worker, "unheard");

        // A signal makes a speculative task a lasting one; the end of the run takes another one and its update away.
        var waiting = UpdateAsync(worker, run, "waiting");
        await AdmittedAsync(worker, run);
        await worker.SignalAsync(run, "go");
        await AcceptAsync(worker, "waiting");
        await waiting;
        var second = await worker.StartWorkflowAsync("ended");
        await worker.StepAsync();
        var lost = UpdateAsync(worker, second, "lost");
        await AdmittedAsync(worker, second);
        await TerminateAsync(worker, second);
        await Should.ThrowAsync<GrpcException>(lost);
    }

    private static async Task ActivitiesAsync()
    {
        await using var worker = await HandWorker.StartAsync();
        var run = await worker.StartWorkflowAsync("acts");
        await worker.StepAsync(HandWorker.Activity("a"), Slow("b"), Slow("c"));
        var first = await worker.PollActivityAsync();
        await worker.Server.WorkflowAsync<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>(new() { Namespace = HandWorker.Namespace, TaskToken = first.TaskToken });
        for (var i = 0; i < 2; i++)
        {
            var slow = await worker.PollActivityAsync();
            await worker.Server.WorkflowAsync<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>(
                new() { Namespace = HandWorker.Namespace, TaskToken = slow.TaskToken, Failure = new() { Message = "again", ApplicationFailureInfo = new() } });
        }

        // One goes back before pollers and is answered by its id there, the other while it waits for its next attempt.
        await worker.Server.WorkflowAsync<ResetActivityRequest, ResetActivityResponse>(new() { Namespace = HandWorker.Namespace, Execution = run, Id = "b" });
        foreach (var id in (string[])["b", "c"])
        {
            await worker.Server.WorkflowAsync<RespondActivityTaskCompletedByIdRequest, RespondActivityTaskCompletedByIdResponse>(
                new() { Namespace = HandWorker.Namespace, WorkflowId = run.WorkflowId, ActivityId = id });
        }

        await worker.StepAsync(HandWorker.Complete());
    }

    private static async Task TimersAndDeliveriesAsync(PassedTransitions passed)
    {
        await using var worker = await HandWorker.StartAsync(skipping: true);
        var other = await worker.StartWorkflowAsync("other");
        await worker.StepAsync();
        await worker.StartWorkflowAsync("sender");
        await worker.StepAsync(
            HandWorker.Timer("t", TimeSpan.FromHours(1)),
            new Command
            {
                CommandType = CommandType.SignalExternalWorkflowExecution,
                SignalExternalWorkflowExecutionCommandAttributes = new() { Execution = new() { WorkflowId = other.WorkflowId }, SignalName = "hello" },
            });
        await worker.StepAsync();
        await worker.StepAsync();
        await passed.OfAsync("Timer", "Running", "None");
    }

    private static async Task ChildrenAsync(PassedTransitions passed)
    {
        await using var worker = await HandWorker.StartAsync();
        await worker.StartWorkflowAsync("taken");
        await worker.StepAsync();
        await worker.StartWorkflowAsync("parent");
        await worker.StepAsync(HandWorker.Child("taken"), HandWorker.Child("child"));
        await worker.CompleteAsync(await worker.PollAsync(Kids), HandWorker.Complete());
        await passed.OfAsync("Child workflow", "Recorded", "None");

        // The parent works on a task while its child starts and ends.
        await worker.StartWorkflowAsync("busy");
        var task = await NextOfAsync(worker, "busy");
        await worker.CompleteAsync(task, static answer => (answer.ForceCreateNewWorkflowTask, answer.ReturnNewWorkflowTask) = (true, true), HandWorker.Child("quick"));
        await worker.CompleteAsync(await worker.PollAsync(Kids), HandWorker.Complete());
        await passed.OfAsync("Child workflow", "Started", "None");
    }

    // Tasks of the parent before may still come.
    private static async Task<PollWorkflowTaskQueueResponse> NextOfAsync(HandWorker worker, string workflow)
    {
        while (true)
        {
            var task = await worker.PollAsync();
            if (task.WorkflowExecution.WorkflowId == workflow) return task;
            await worker.CompleteAsync(task);
        }
    }

    private static Command Slow(string id)
    {
        var command = HandWorker.Activity(id);
        command.ScheduleActivityTaskCommandAttributes.RetryPolicy.InitialInterval = Duration.FromTimeSpan(TimeSpan.FromHours(1));
        return command;
    }

    private static Task FailAsync(HandWorker worker, PollWorkflowTaskQueueResponse task) => worker.Server.WorkflowAsync<RespondWorkflowTaskFailedRequest, RespondWorkflowTaskFailedResponse>(
        new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken, Cause = WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, Failure = new Failure { Message = "boom" } });

    private static Task TerminateAsync(HandWorker worker, WorkflowExecution run) => worker.Server.WorkflowAsync<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>(
        new() { Namespace = HandWorker.Namespace, WorkflowExecution = run });

    private static Task<UpdateWorkflowExecutionResponse> UpdateAsync(HandWorker worker, WorkflowExecution run, string id) =>
        worker.Server.WorkflowAsync<UpdateWorkflowExecutionRequest, UpdateWorkflowExecutionResponse>(new()
        {
            Namespace = HandWorker.Namespace,
            WorkflowExecution = run,
            WaitPolicy = new() { LifecycleStage = UpdateWorkflowExecutionLifecycleStage.Completed },
            Request = new() { Meta = new() { UpdateId = id }, Input = new() { Name = "change" } },
        });

    // The update itself waits for its outcome: that it has come shows in the task that it brought.
    private static async Task AdmittedAsync(HandWorker worker, WorkflowExecution run)
    {
        while ((await worker.Server.WorkflowAsync<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>(new() { Namespace = HandWorker.Namespace, Execution = run })).PendingWorkflowTask is null)
        {
            // Asked again until it has.
        }
    }

    private static async Task AcceptAsync(HandWorker worker, string id)
    {
        var task = await worker.PollAsync();
        var accept = new Acceptance { AcceptedRequestMessageId = $"{id}/request", AcceptedRequest = new() { Meta = new() { UpdateId = id }, Input = new() { Name = "change" } } };
        var done = new Response { Meta = new() { UpdateId = id }, Outcome = new() { Success = new() } };
        await worker.CompleteAsync(task, answer => answer.Messages.AddRange([Reply(id, "accept", accept), Reply(id, "complete", done)]));
    }

    private static Message Reply(string update, string kind, IMessage body) => new() { Id = $"{update}/{kind}", ProtocolInstanceId = update, Body = Any.Pack(body) };
}
