using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Resets;
using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>ResetWorkflowExecution.</summary>
internal sealed class ResetCalls(WorkflowRuns runs)
{
    public Task<ResetWorkflowExecutionResponse> ResetAsync(ResetWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        RequestChecks.Require(request.RequestId.Length > 0, "RequestId is not set on request.");
        RequestChecks.Length(request.RequestId, "RequestId");
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        return runs.ChangeAsync(key, async scope =>
        {
            var source = await RunLookup.RequireAsync(scope, request.WorkflowExecution.RunId);
            var current = await scope.FindAsync(string.Empty) ?? source;
            if (current.State.Requests.ContainsKey(request.RequestId))
            {
                return new ResetWorkflowExecutionResponse { RunId = current.Key.RunId };
            }

            return new() { RunId = await RunReset.ResetAsync(scope, source, current, ResetPlan.Of(request)) };
        });
    }
}
