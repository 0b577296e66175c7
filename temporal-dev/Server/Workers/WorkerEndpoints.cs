using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Host;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Workers;

/// <summary>Calls about single workers and about rules for workflows: what the real server of this version does not offer, in its words.</summary>
internal static class WorkerEndpoints
{
    /// <summary>Adds the methods.</summary>
    public static void Map(GrpcServiceMap map) => map
        .Refuse<RecordWorkerHeartbeatRequest, RecordWorkerHeartbeatResponse>(ServiceNames.Workflow, "RecordWorkerHeartbeat", static _ => Refusal.Unimplemented("method RecordWorkerHeartbeat not supported"))
        .Refuse<ListWorkersRequest, ListWorkersResponse>(ServiceNames.Workflow, "ListWorkers", static _ => Refusal.Unimplemented("method ListWorkers not supported"))
        .Refuse<DescribeWorkerRequest, DescribeWorkerResponse>(ServiceNames.Workflow, "DescribeWorker", static _ => Refusal.Unimplemented("DescribeWorker command is not enabled."))
        .Refuse<FetchWorkerConfigRequest, FetchWorkerConfigResponse>(ServiceNames.Workflow, "FetchWorkerConfig", static _ => Refusal.Unimplemented("FetchWorkerConfig command is not enabled."))
        .Refuse<UpdateWorkerConfigRequest, UpdateWorkerConfigResponse>(ServiceNames.Workflow, "UpdateWorkerConfig", static _ => Refusal.Unimplemented("UpdateWorkerConfig command is not enabled."))
        .Refuse<ListWorkflowRulesRequest, ListWorkflowRulesResponse>(ServiceNames.Workflow, "ListWorkflowRules", static _ => Refusal.Unimplemented("method ListWorkflowRules not supported"))
        .Refuse<CreateWorkflowRuleRequest, CreateWorkflowRuleResponse>(ServiceNames.Workflow, "CreateWorkflowRule", static _ => Refusal.Unimplemented("method CreateWorkflowRule not supported"))
        .Refuse<DescribeWorkflowRuleRequest, DescribeWorkflowRuleResponse>(ServiceNames.Workflow, "DescribeWorkflowRule", static _ => Refusal.Unimplemented("method DescribeWorkflowRule not supported"))
        .Refuse<DeleteWorkflowRuleRequest, DeleteWorkflowRuleResponse>(ServiceNames.Workflow, "DeleteWorkflowRule", static _ => Refusal.Unimplemented("method DeleteWorkflowRule not supported"))
        .Refuse<TriggerWorkflowRuleRequest, TriggerWorkflowRuleResponse>(ServiceNames.Workflow, "TriggerWorkflowRule", static _ => Refusal.Unimplemented("method TriggerWorkflowRule not implemented"));
}
