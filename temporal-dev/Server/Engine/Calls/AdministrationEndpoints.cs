using Gauntlet.Temporal.Grpc.AspNetCore;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Methods by which people put runs right.</summary>
internal static class AdministrationEndpoints
{
    public static void Map(GrpcServiceMap map, ResetCalls resets, ActivityAdminCalls activities, OptionsCalls options) => map
        .Workflow<ResetWorkflowExecutionRequest, ResetWorkflowExecutionResponse>("ResetWorkflowExecution", resets.ResetAsync)
        .Workflow<UpdateWorkflowExecutionOptionsRequest, UpdateWorkflowExecutionOptionsResponse>("UpdateWorkflowExecutionOptions", options.UpdateAsync)
        .Workflow<PauseActivityRequest, PauseActivityResponse>("PauseActivity", activities.PauseAsync)
        .Workflow<UnpauseActivityRequest, UnpauseActivityResponse>("UnpauseActivity", activities.UnpauseAsync)
        .Workflow<ResetActivityRequest, ResetActivityResponse>("ResetActivity", activities.ResetAsync)
        .Workflow<UpdateActivityOptionsRequest, UpdateActivityOptionsResponse>("UpdateActivityOptions", activities.UpdateOptionsAsync);
}
