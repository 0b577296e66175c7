using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Versioning;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>UpdateWorkflowExecutionOptions. Its only option says which version of its workers a run's tasks go to, whatever its workflow asks for.</summary>
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

        if (OverrideRules.Fault(request.WorkflowExecutionOptions!.VersioningOverride) is { } fault) throw fault;
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, request.WorkflowExecution.RunId);
            var before = run.State.Versioning?.Override;
            var asked = request.UpdateMask.Paths.Count == 0 ? before : request.WorkflowExecutionOptions!.VersioningOverride;
            var newer = OverrideRules.Newer(asked);
            if (Equals(newer, before)) scope.Drop();
            else OptionsUpdated.Write(run, newer);

            return new UpdateWorkflowExecutionOptionsResponse { WorkflowExecutionOptions = new() { VersioningOverride = asked } };
        });
    }
}
