using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Tests.Engine;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using static Gauntlet.Temporal.Server.Tests.Engine.HandWorker;
using static Gauntlet.Temporal.Server.Tests.Nexus.NexusWorker;

namespace Gauntlet.Temporal.Server.Tests.Nexus;

// The handler lives in another namespace than its caller: it polls, answers and starts its workflows there.
public sealed class NexusNamespaceTests
{
    private const string Other = "other";

    [Fact]
    public async Task Operation_OfAnotherNamespace_EndsByTheCallbackOfAWorkflowThere()
    {
        await using var worker = await HandWorker.StartAsync();
        await OtherNamespaceAsync(worker);
        var caller = await worker.StartWorkflowAsync();
        await worker.StepAsync(Operation());
        var task = await PollOtherAsync(worker);
        var start = task.Request.StartOperation;
        await worker.Server.WorkflowAsync<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>(new()
        {
            Namespace = Other, WorkflowId = "work", WorkflowType = new() { Name = "Work" }, TaskQueue = new() { Name = Queue }, RequestId = start.RequestId,
            CompletionCallbacks = { new Temporalio.Api.Common.V1.Callback { Nexus = new() { Url = start.Callback, Header = { start.CallbackHeader } } } },
        });
        await worker.Server.WorkflowAsync<RespondNexusTaskCompletedRequest, RespondNexusTaskCompletedResponse>(
            new() { Namespace = Other, TaskToken = task.TaskToken, Response = new() { StartOperation = new() { AsyncSuccess = new() { OperationToken = "token" } } } });
        await worker.StepAsync();
        await worker.Server.WorkflowAsync<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>(
            new() { Namespace = Other, WorkflowExecution = new() { WorkflowId = "work" } });
        await worker.StepAsync(Complete());

        var failed = (await worker.HistoryAsync(caller)).Single(static e => e.NexusOperationFailedEventAttributes is not null);
        failed.NexusOperationFailedEventAttributes.Failure.Cause.Message.ShouldBe("operation terminated");
    }

    [Fact]
    public async Task Answer_InTheCallersNamespace_IsRefused()
    {
        await using var worker = await HandWorker.StartAsync();
        await OtherNamespaceAsync(worker);
        await worker.StartWorkflowAsync();
        await worker.StepAsync(Operation());
        var task = await PollOtherAsync(worker);

        (await Should.ThrowAsync<GrpcException>(worker.SucceedAsync(task))).Detail.ShouldBe("Operation requested with a token from a different namespace.");
    }

    private static async Task OtherNamespaceAsync(HandWorker worker)
    {
        await worker.Server.WorkflowAsync<RegisterNamespaceRequest, RegisterNamespaceResponse>(
            new() { Namespace = Other, WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(1)) });
        await worker.Server.OperatorAsync<CreateNexusEndpointRequest, CreateNexusEndpointResponse>(
            new() { Spec = new() { Name = Endpoint, Target = new() { Worker = new() { Namespace = Other, TaskQueue = Queue } } } });
    }

    private static Task<PollNexusTaskQueueResponse> PollOtherAsync(HandWorker worker) =>
        worker.Server.WorkflowAsync<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>(new() { Namespace = Other, TaskQueue = new() { Name = Queue } }, Patience);
}
