using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>What a batch can do to one run: the engine's own calls.</summary>
internal interface IRunMessages
{
    /// <summary>Signals a run.</summary>
    Task SignalAsync(SignalWorkflowExecutionRequest request);

    /// <summary>Asks a run to cancel itself.</summary>
    Task CancelAsync(RequestCancelWorkflowExecutionRequest request);

    /// <summary>Ends a run.</summary>
    Task TerminateAsync(TerminateWorkflowExecutionRequest request);

    /// <summary>Deletes a run with its history.</summary>
    Task DeleteAsync(DeleteWorkflowExecutionRequest request);
}
