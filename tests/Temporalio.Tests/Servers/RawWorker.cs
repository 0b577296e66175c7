using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;

namespace Temporalio.Tests.Servers;

/// <summary>A worker by hand: answers one workflow task at a time with what the test says, through raw calls.</summary>
internal sealed class RawWorker(TemporalClient client, string taskQueue)
{
    private static readonly IPayloadConverter Converter = DataConverter.Default.PayloadConverter;

    public static Payloads ToPayloads(params object?[] values) =>
        new() { Payloads_ = { values.Select(Converter.ToPayload) } };

    public static Command Complete(object? result) => new()
    {
        CommandType = CommandType.CompleteWorkflowExecution,
        CompleteWorkflowExecutionCommandAttributes = new() { Result = ToPayloads(result) },
    };

    public static Command Fail(Exception exception) => new()
    {
        CommandType = CommandType.FailWorkflowExecution,
        FailWorkflowExecutionCommandAttributes = new()
        {
            Failure = DataConverter.Default.FailureConverter.ToFailure(exception, Converter),
        },
    };

    public Command ContinueAsNew(string workflow) => new()
    {
        CommandType = CommandType.ContinueAsNewWorkflowExecution,
        ContinueAsNewWorkflowExecutionCommandAttributes = new()
        {
            WorkflowType = new() { Name = workflow },
            TaskQueue = new() { Name = taskQueue },
        },
    };

    public Command ScheduleActivity(string id) => new()
    {
        CommandType = CommandType.ScheduleActivityTask,
        ScheduleActivityTaskCommandAttributes = new()
        {
            ActivityId = id,
            ActivityType = new() { Name = "Raw" },
            TaskQueue = new() { Name = taskQueue },
            ScheduleToCloseTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(60)),
            RetryPolicy = new() { MaximumAttempts = 1 },
        },
    };

    /// <summary>Takes the next workflow task.</summary>
    public async Task<PollWorkflowTaskQueueResponse> PollAsync()
    {
        var task = await client.WorkflowService.PollWorkflowTaskQueueAsync(
            new() { Namespace = "default", TaskQueue = new() { Name = taskQueue }, Identity = "raw" });
        task.TaskToken.IsEmpty.ShouldBeFalse("No workflow task came");
        return task;
    }

    /// <summary>Takes the next activity task.</summary>
    public async Task<PollActivityTaskQueueResponse> PollActivityAsync()
    {
        var task = await client.WorkflowService.PollActivityTaskQueueAsync(
            new() { Namespace = "default", TaskQueue = new() { Name = taskQueue }, Identity = "raw" });
        task.TaskToken.IsEmpty.ShouldBeFalse("No activity task came");
        return task;
    }

    /// <summary>Takes the next workflow task and answers it with commands.</summary>
    public async Task AnswerAsync(params Command[] commands)
    {
        var task = await PollAsync();
        await client.WorkflowService.RespondWorkflowTaskCompletedAsync(
            new() { Namespace = "default", TaskToken = task.TaskToken, Identity = "raw", Commands = { commands } });
    }

    /// <summary>Takes the next workflow task and answers its queries.</summary>
    public async Task AnswerQueryAsync(object? result, string? error = null)
    {
        var task = await PollAsync();
        await client.WorkflowService.RespondQueryTaskCompletedAsync(new()
        {
            Namespace = "default",
            TaskToken = task.TaskToken,
            CompletedType = error is null ? QueryResultType.Answered : QueryResultType.Failed,
            QueryResult = error is null ? ToPayloads(result) : null,
            ErrorMessage = error ?? string.Empty,
        });
    }

    /// <summary>Takes the next workflow task, accepts its update and completes it.</summary>
    public Task AcceptUpdateAsync(object? result) => AnswerUpdateAsync(request =>
    [
        new Acceptance { AcceptedRequestMessageId = request.Message, AcceptedRequestSequencingEventId = request.Event, AcceptedRequest = request.Body },
        new Response { Meta = request.Body.Meta, Outcome = new() { Success = ToPayloads(result) } },
    ]);

    /// <summary>Takes the next workflow task and rejects its update.</summary>
    public Task RejectUpdateAsync(Exception reason) => AnswerUpdateAsync(request =>
    [
        new Rejection
        {
            RejectedRequestMessageId = request.Message,
            RejectedRequestSequencingEventId = request.Event,
            RejectedRequest = request.Body,
            Failure = DataConverter.Default.FailureConverter.ToFailure(reason, Converter),
        },
    ]);

    private async Task AnswerUpdateAsync(Func<(string Message, long Event, Request Body), IEnumerable<IMessage>> answer)
    {
        var task = await PollAsync();
        var message = task.Messages.ShouldHaveSingleItem();
        var request = message.Body.Unpack<Request>();
        var completion = new RespondWorkflowTaskCompletedRequest
        {
            Namespace = "default",
            TaskToken = task.TaskToken,
            Identity = "raw",
        };
        foreach (var body in answer((message.Id, message.EventId, request)))
        {
            var id = $"{message.Id}/{body.Descriptor.Name}";
            completion.Messages.Add(new Api.Protocol.V1.Message
            {
                Id = id,
                ProtocolInstanceId = message.ProtocolInstanceId,
                Body = Any.Pack(body),
            });
            completion.Commands.Add(new Command
            {
                CommandType = CommandType.ProtocolMessage,
                ProtocolMessageCommandAttributes = new() { MessageId = id },
            });
        }

        await client.WorkflowService.RespondWorkflowTaskCompletedAsync(completion);
    }
}
