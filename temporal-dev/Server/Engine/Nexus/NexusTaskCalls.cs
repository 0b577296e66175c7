using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Wire;
using Gauntlet.Temporal.Server.Matching;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Nexus tasks: poll, complete, fail.</summary>
internal sealed class NexusTaskCalls(NexusDispatch dispatch, TaskPolls polls)
{
    public void Map(GrpcServiceMap map) => map
        .Workflow<PollNexusTaskQueueRequest, PollNexusTaskQueueResponse>("PollNexusTaskQueue", PollAsync)
        .Workflow<RespondNexusTaskCompletedRequest, RespondNexusTaskCompletedResponse>("RespondNexusTaskCompleted", CompleteAsync)
        .Workflow<RespondNexusTaskFailedRequest, RespondNexusTaskFailedResponse>("RespondNexusTaskFailed", FailAsync);

    private Task<PollNexusTaskQueueResponse> PollAsync(PollNexusTaskQueueRequest request, GrpcServerCall call)
    {
        var key = TaskPolls.Queue(request.Namespace, request.TaskQueue, request.Identity, TaskQueueType.Nexus);
        return polls.PollAsync(
            key,
            isOwn: false,
            request.Identity,
            call,
            task => Task.FromResult(Answer(((NexusMatchTask)task).Call)),
            request.DeploymentOptions,
            request.WorkerVersionCapabilities);
    }

    private async Task<RespondNexusTaskCompletedResponse> CompleteAsync(RespondNexusTaskCompletedRequest request, GrpcServerCall call)
    {
        var token = NexusTaskToken.Parse(request.TaskToken, request.Namespace);
        var outcome = NexusAnswers.Of(request.Response);
        var asked = Require(token);

        // Whatever is no error says that the cancel request has arrived.
        await dispatch.SettleAsync(asked, asked.IsCancel ? new CallOutcome.CancelTaken() : outcome);
        return new();
    }

    private async Task<RespondNexusTaskFailedResponse> FailAsync(RespondNexusTaskFailedRequest request, GrpcServerCall call)
    {
        var token = NexusTaskToken.Parse(request.TaskToken, request.Namespace);
        NexusFailures.Check(request.Error?.Failure);
        var asked = Require(token);
        await dispatch.SettleAsync(asked, NexusAnswers.Of(request, asked.IsCancel));
        return new();
    }

    private NexusCall Require(NexusTaskToken token) => dispatch.Calls.Find(token.Call) ?? throw Refusals.NotFound("Nexus task not found or already expired");

    private PollNexusTaskQueueResponse? Answer(string call) => dispatch.Calls.Find(call) is { } asked
        ? new() { TaskToken = new NexusTaskToken(asked.Queue.Namespace, call).ToBytes(), Request = asked.Request }
        : null;
}
