using Gauntlet.Temporal.Grpc.AspNetCore;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Methods of workers.</summary>
internal static class TaskEndpoints
{
    public static void Map(GrpcServiceMap map, WorkflowTaskCalls workflows, ActivityTaskCalls activities)
    {
        map.Workflow<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>("PollWorkflowTaskQueue", workflows.PollAsync)
            .Workflow<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>("RespondWorkflowTaskCompleted", workflows.CompleteAsync)
            .Workflow<RespondWorkflowTaskFailedRequest, RespondWorkflowTaskFailedResponse>("RespondWorkflowTaskFailed", workflows.FailAsync)
            .Workflow<ResetStickyTaskQueueRequest, ResetStickyTaskQueueResponse>("ResetStickyTaskQueue", workflows.ResetStickyAsync)
            .Workflow<ShutdownWorkerRequest, ShutdownWorkerResponse>("ShutdownWorker", workflows.ShutdownAsync);
        map.Workflow<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse>("PollActivityTaskQueue", activities.PollAsync)
            .Workflow<RecordActivityTaskHeartbeatRequest, RecordActivityTaskHeartbeatResponse>("RecordActivityTaskHeartbeat", activities.HeartbeatAsync)
            .Workflow<RecordActivityTaskHeartbeatByIdRequest, RecordActivityTaskHeartbeatByIdResponse>(
                "RecordActivityTaskHeartbeatById", activities.HeartbeatByIdAsync)
            .Workflow<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>("RespondActivityTaskCompleted", activities.CompleteAsync)
            .Workflow<RespondActivityTaskCompletedByIdRequest, RespondActivityTaskCompletedByIdResponse>(
                "RespondActivityTaskCompletedById", activities.CompleteByIdAsync)
            .Workflow<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>("RespondActivityTaskFailed", activities.FailAsync)
            .Workflow<RespondActivityTaskFailedByIdRequest, RespondActivityTaskFailedByIdResponse>("RespondActivityTaskFailedById", activities.FailByIdAsync)
            .Workflow<RespondActivityTaskCanceledRequest, RespondActivityTaskCanceledResponse>("RespondActivityTaskCanceled", activities.CancelAsync)
            .Workflow<RespondActivityTaskCanceledByIdRequest, RespondActivityTaskCanceledByIdResponse>(
                "RespondActivityTaskCanceledById", activities.CancelByIdAsync);
    }
}
