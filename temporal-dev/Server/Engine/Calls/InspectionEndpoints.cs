using Gauntlet.Temporal.Server.Engine.Histories;
using Gauntlet.Temporal.Grpc.AspNetCore;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Methods by which clients look at executions.</summary>
internal static class InspectionEndpoints
{
    public static void Map(GrpcServiceMap map, DescribeCalls descriptions, HistoryCalls histories) => map
        .Workflow<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>("DescribeWorkflowExecution", descriptions.DescribeAsync)
        .Workflow<GetWorkflowExecutionHistoryRequest, EncodedHistory>("GetWorkflowExecutionHistory", histories.ForwardAsync)
        .Workflow<GetWorkflowExecutionHistoryReverseRequest, GetWorkflowExecutionHistoryReverseResponse>(
            "GetWorkflowExecutionHistoryReverse", histories.BackwardAsync);
}
