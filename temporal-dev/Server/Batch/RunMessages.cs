using Gauntlet.Temporal.Server.Engine.Calls;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Hands a batch's work to the engine, as if a client had called for each run.</summary>
internal sealed class RunMessages(MessageCalls calls) : IRunMessages
{
    /// <inheritdoc/>
    public Task SignalAsync(SignalWorkflowExecutionRequest request) => calls.SignalAsync(request);

    /// <inheritdoc/>
    public Task CancelAsync(RequestCancelWorkflowExecutionRequest request) => calls.CancelAsync(request);

    /// <inheritdoc/>
    public Task TerminateAsync(TerminateWorkflowExecutionRequest request) => calls.TerminateAsync(request);

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteWorkflowExecutionRequest request) => calls.DeleteAsync(request);
}
