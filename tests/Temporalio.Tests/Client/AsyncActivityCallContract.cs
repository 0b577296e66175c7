using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Tests.Servers;

namespace Temporalio.Tests.Client;

/// <summary>What a client may expect of any server about activities that are completed from outside their worker.</summary>
public abstract class AsyncActivityCallContract
{
    private readonly string _id = $"wf-{Guid.NewGuid()}";

    protected AsyncActivityCallContract(ServerFixture server)
    {
        Skip.If(server.Absent is not null, server.Absent);
        Client = server.Client;
    }

    private TemporalClient Client { get; }

    private RawWorker Worker => new(Client, _id);

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AsyncActivity_CompletedFromOutside_IsInHistory(bool byToken)
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync(Worker.ScheduleActivity("a1"));
        var task = await Worker.PollActivityAsync();
        var activity = byToken
            ? Client.GetAsyncActivityHandle(task.TaskToken.ToByteArray())
            : Client.GetAsyncActivityHandle(_id, handle.ResultRunId!, "a1");

        await activity.HeartbeatAsync(new() { Details = [1] });
        await activity.CompleteAsync("result");

        var history = await handle.FetchHistoryAsync();
        var completed = history.Events.Single(e => e.EventType == EventType.ActivityTaskCompleted);
        completed.ActivityTaskCompletedEventAttributes.Result.Payloads_[0].Data.ToStringUtf8().ShouldBe("\"result\"");
        (await Should.ThrowAsync<RpcException>(() => activity.CompleteAsync())).Code.ShouldBe(RpcException.StatusCode.NotFound);
    }

    [SkippableFact]
    public async Task AsyncActivity_FailedFromOutside_HasErrorType()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync(Worker.ScheduleActivity("a1"));
        await Worker.PollActivityAsync();
        await Client.GetAsyncActivityHandle(_id, handle.ResultRunId!, "a1").FailAsync(new InvalidOperationException("no"));
        var history = await handle.FetchHistoryAsync();
        history.Events.Single(e => e.EventType == EventType.ActivityTaskFailed)
            .ActivityTaskFailedEventAttributes.Failure.ApplicationFailureInfo.Type.ShouldBe("InvalidOperationException");
    }

    [SkippableFact]
    public async Task AsyncActivity_Cancelled_LearnsItByHeartbeatAndReportsIt()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        await Worker.AnswerAsync(Worker.ScheduleActivity("a1"));
        var task = await Worker.PollActivityAsync();
        var activity = Client.GetAsyncActivityHandle(task.TaskToken.ToByteArray());
        (await Should.ThrowAsync<RpcException>(() => activity.ReportCancellationAsync())).Code.ShouldBe(RpcException.StatusCode.InvalidArgument);
        await handle.SignalAsync("wake", []);
        await Worker.AnswerAsync(new Command
        {
            CommandType = CommandType.RequestCancelActivityTask,
            RequestCancelActivityTaskCommandAttributes = new() { ScheduledEventId = 5 },
        });

        (await Should.ThrowAsync<AsyncActivityCanceledException>(() => activity.HeartbeatAsync())).Message.ShouldBe("Activity cancelled");
        await activity.ReportCancellationAsync(new() { Details = ["stopped"] });

        var history = await handle.FetchHistoryAsync();
        var cancelled = history.Events.Single(e => e.EventType == EventType.ActivityTaskCanceled);
        cancelled.ActivityTaskCanceledEventAttributes.Details.Payloads_[0].Data.ToStringUtf8().ShouldBe("\"stopped\"");
    }

    [SkippableFact]
    public async Task AsyncActivity_Unknown_IsNotFound()
    {
        var handle = await Client.StartWorkflowAsync("Raw", [], new(_id, _id));
        var activity = Client.GetAsyncActivityHandle(_id, handle.ResultRunId!, "no-such");
        foreach (var call in new Func<Task>[]
        {
            () => activity.HeartbeatAsync(), () => activity.CompleteAsync(), () => activity.FailAsync(new InvalidOperationException()), () => activity.ReportCancellationAsync(),
        })
        {
            (await Should.ThrowAsync<RpcException>(call)).Code.ShouldBe(RpcException.StatusCode.NotFound);
        }
    }
}
