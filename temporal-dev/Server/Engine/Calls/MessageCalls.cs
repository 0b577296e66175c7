using Gauntlet.Temporal.Grpc.AspNetCore;
using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Engine.Calls;

/// <summary>Calls that tell a run something: signal, cancel, terminate, delete.</summary>
internal sealed class MessageCalls(WorkflowRuns runs)
{
    // What the real server writes for callers who give none.
    private const string DefaultReason = "terminated by user via frontend", DefaultIdentity = "frontend-service";

    public Task<SignalWorkflowExecutionResponse> SignalAsync(SignalWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        RequestChecks.Require(request.SignalName.Length > 0, "SignalName is not set on request.");
        RequestChecks.Length(request.SignalName, "SignalName");
        RequestChecks.Length(request.RequestId, "RequestId");
        RequestChecks.Blob(request.Input);
        RequestChecks.Links(request.Links);
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, request.WorkflowExecution.RunId);
            SignalReception.Receive(run, new(request.SignalName, request.RequestId)
            {
                Input = request.Input,
                Header = request.Header,
                Identity = request.Identity,
                Links = [.. request.Links],
            });
            return new SignalWorkflowExecutionResponse();
        });
    }

    public Task<RequestCancelWorkflowExecutionResponse> CancelAsync(RequestCancelWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        RequestChecks.Links(request.Links);
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireAsync(scope, request.WorkflowExecution.RunId, request.FirstExecutionRunId);
            CancelReception.Receive(run, new(request.Reason, request.RequestId, request.Identity) { Links = [.. request.Links] });
            return new RequestCancelWorkflowExecutionResponse();
        });
    }

    public Task<TerminateWorkflowExecutionResponse> TerminateAsync(TerminateWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        RequestChecks.Links(request.Links);
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireRunningAsync(scope, request.WorkflowExecution.RunId, request.FirstExecutionRunId);
            RunClosing.Terminate(run, request.Reason.Length > 0 ? request.Reason : DefaultReason, request.Details, request.Identity.Length > 0 ? request.Identity : DefaultIdentity);
            return new TerminateWorkflowExecutionResponse();
        });
    }

    /// <summary>A run that is still open ends first.</summary>
    public Task<DeleteWorkflowExecutionResponse> DeleteAsync(DeleteWorkflowExecutionRequest request, GrpcServerCall? call = null)
    {
        var key = RequestChecks.Execution(request.Namespace, request.WorkflowExecution);
        return runs.ChangeAsync(key, async scope =>
        {
            var run = await RunLookup.RequireAsync(scope, request.WorkflowExecution.RunId);
            if (run.State.IsRunning)
            {
                RunClosing.Terminate(run, "Delete workflow execution", details: null, Tasks.WorkflowTaskFailing.ServerIdentity);
            }

            run.Then(new DeleteRun(run.Key));
            return new DeleteWorkflowExecutionResponse();
        });
    }
}
