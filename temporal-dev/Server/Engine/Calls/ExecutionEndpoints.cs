using Gauntlet.Temporal.Grpc.AspNetCore;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Methods by which clients act on executions.</summary>
internal static class ExecutionEndpoints
{
    public static void Map(
        GrpcServiceMap map, StartCalls starts, MultiOperationCalls multi, MessageCalls messages, UpdateCalls updates, QueryCalls queries) => map
        .Workflow<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>("StartWorkflowExecution", starts.StartAsync)
        .Workflow<SignalWithStartWorkflowExecutionRequest, SignalWithStartWorkflowExecutionResponse>(
            "SignalWithStartWorkflowExecution", starts.SignalWithStartAsync)
        .Workflow<ExecuteMultiOperationRequest, ExecuteMultiOperationResponse>("ExecuteMultiOperation", multi.ExecuteAsync)
        .Workflow<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>("SignalWorkflowExecution", messages.SignalAsync)
        .Workflow<RequestCancelWorkflowExecutionRequest, RequestCancelWorkflowExecutionResponse>("RequestCancelWorkflowExecution", messages.CancelAsync)
        .Workflow<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>("TerminateWorkflowExecution", messages.TerminateAsync)
        .Workflow<DeleteWorkflowExecutionRequest, DeleteWorkflowExecutionResponse>("DeleteWorkflowExecution", messages.DeleteAsync)
        .Workflow<UpdateWorkflowExecutionRequest, UpdateWorkflowExecutionResponse>("UpdateWorkflowExecution", updates.UpdateAsync)
        .Workflow<PollWorkflowExecutionUpdateRequest, PollWorkflowExecutionUpdateResponse>("PollWorkflowExecutionUpdate", updates.PollAsync)
        .Workflow<QueryWorkflowRequest, QueryWorkflowResponse>("QueryWorkflow", queries.QueryAsync)
        .Workflow<RespondQueryTaskCompletedRequest, RespondQueryTaskCompletedResponse>("RespondQueryTaskCompleted", queries.RespondAsync);
}
