using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>UpdateWorkflowExecutionOptions. Its only option routes a run to a version of its worker: history records it, and routing, which goes by task queue alone, stays as it is.</summary>
internal sealed class OptionsCalls(WorkflowRuns runs)
{
    private const string Override = "versioning_override";

    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateAsync(UpdateWorkflowExecutionOptionsRequest request, GrpcServerCall? call = null)
    {
        RequestChecks.Require(request.WorkflowExecution is { WorkflowId.Length: > 0 }, "WorkflowId is not set on request.");
        RequestChecks.Require(request.UpdateMask is not null, "UpdateMask is required");
        RequestChecks.Require(request.WorkflowExecutionOptions is not null, "WorkflowExecutionOptions is required");
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        foreach (var path in request.UpdateMask!.Paths)
        {
            RequestChecks.Require(
                path == Override || path.StartsWith($"{Override}.", StringComparison.Ordinal),
                $"error parsing UpdateMask: proto: invalid path \"{path}\" for message \"{WorkflowExecutionOptions.Descriptor.FullName}\"");
        }

        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, request.WorkflowExecution.RunId);
            var options = new WorkflowExecutionOptions();
            if (request.UpdateMask.Paths.Count == 0 || request.WorkflowExecutionOptions!.VersioningOverride is not { } asked)
            {
                return new UpdateWorkflowExecutionOptionsResponse { WorkflowExecutionOptions = options };
            }

            options.VersioningOverride = asked;
            run.Write(EventType.WorkflowExecutionOptionsUpdated, e =>
            {
                e.WorkerMayIgnore = true;
                e.WorkflowExecutionOptionsUpdatedEventAttributes = new() { VersioningOverride = asked };
            });
            return new() { WorkflowExecutionOptions = options };
        });
    }
}
