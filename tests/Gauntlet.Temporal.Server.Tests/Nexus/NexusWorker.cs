using Gauntlet.Temporal.Server.Tests.Engine;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Nexus.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

/// <summary>What a caller and a handler of Nexus operations do by hand.</summary>
internal static class NexusWorker
{
    public const string Endpoint = "endpoint";

    /// <summary>Makes an endpoint that leads to the worker's own queue, or to a URL.</summary>
    public static async Task<Endpoint> EndpointAsync(this HandWorker worker, string name = Endpoint, string? url = null)
    {
        var target = url is null
            ? new EndpointTarget { Worker = new() { Namespace = HandWorker.Namespace, TaskQueue = HandWorker.Queue } }
            : new EndpointTarget { External = new() { Url = url } };
        var request = new CreateNexusEndpointRequest { Spec = new() { Name = name, Target = target } };
        return (await worker.Server.OperatorAsync<CreateNexusEndpointRequest, CreateNexusEndpointResponse>(request)).Endpoint;
    }

    public static Command Operation(string operation = "op", TimeSpan? limit = null, string endpoint = Endpoint) => new()
    {
        CommandType = CommandType.ScheduleNexusOperation,
        ScheduleNexusOperationCommandAttributes = new()
        {
            Endpoint = endpoint,
            Service = "svc",
            Operation = operation,
            Input = Text("in"),
            ScheduleToCloseTimeout = limit is { } span ? Duration.FromTimeSpan(span) : null,
        },
    };

    public static Command Cancel(long scheduledEventId) => new()
    {
        CommandType = CommandType.RequestCancelNexusOperation,
        RequestCancelNexusOperationCommandAttributes = new() { ScheduledEventId = scheduledEventId },
    };

    public static Payload Text(string text) => new()
    {
        Metadata = { ["encoding"] = Google.Protobuf.ByteString.CopyFromUtf8("json/plain") },
        Data = Google.Protobuf.ByteString.CopyFromUtf8($"\"{text}\""),
    };

    public static Task<PollNexusTaskQueueResponse> PollNexusAsync(this HandWorker worker) =>
        worker.Server.WorkflowAsync<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>(
            new() { Namespace = HandWorker.Namespace, TaskQueue = new() { Name = HandWorker.Queue }, Identity = "handler" }, HandWorker.Patience);

    public static Task SucceedAsync(this HandWorker worker, PollNexusTaskQueueResponse task) =>
        worker.AnswerAsync(task, new() { StartOperation = new() { SyncSuccess = new() { Payload = Text("out") } } });

    public static Task BeginAsync(this HandWorker worker, PollNexusTaskQueueResponse task) =>
        worker.AnswerAsync(task, new() { StartOperation = new() { AsyncSuccess = new() { OperationToken = "token" } } });

    public static Task AnswerAsync(this HandWorker worker, PollNexusTaskQueueResponse task, Response response) =>
        worker.Server.WorkflowAsync<RespondNexusTaskCompletedRequest, RespondNexusTaskCompletedResponse>(
            new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken, Response = response });

    public static Task RefuseAsync(this HandWorker worker, PollNexusTaskQueueResponse task, string type) =>
        worker.Server.WorkflowAsync<RespondNexusTaskFailedRequest, RespondNexusTaskFailedResponse>(
            new() { Namespace = HandWorker.Namespace, TaskToken = task.TaskToken, Error = new() { ErrorType = type, Failure = new() { Message = "no" } } });

    /// <summary>Starts a workflow that tells the operation of its end.</summary>
    public static Task<WorkflowExecution> StartHandlerAsync(this HandWorker worker, PollNexusTaskQueueResponse task, string id = "handler") =>
        worker.StartWorkflowAsync(id, request =>
        {
            var start = task.Request.StartOperation;
            request.TaskQueue = new() { Name = "handlers" };
            request.RequestId = start.RequestId;
            request.CompletionCallbacks.Add(new Callback { Nexus = new() { Url = start.Callback, Header = { start.CallbackHeader } } });
        });

    public static async Task<PendingNexusOperationInfo?> PendingAsync(this HandWorker worker, WorkflowExecution run) =>
        (await worker.DescribeAsync(run)).PendingNexusOperations.FirstOrDefault();

    public static Task<DescribeWorkflowExecutionResponse> DescribeAsync(this HandWorker worker, WorkflowExecution run) =>
        worker.Server.WorkflowAsync<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>(new() { Namespace = HandWorker.Namespace, Execution = run });
}
