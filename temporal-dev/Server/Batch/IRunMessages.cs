using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
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

    /// <summary>Resets a run.</summary>
    Task ResetAsync(ResetWorkflowExecutionRequest request);

    /// <summary>Lets paused activities of a run go on.</summary>
    Task UnpauseAsync(UnpauseActivityRequest request);

    /// <summary>Begins activities of a run anew.</summary>
    Task ResetActivityAsync(ResetActivityRequest request);

    /// <summary>Changes options of activities of a run.</summary>
    Task UpdateActivityOptionsAsync(UpdateActivityOptionsRequest request);

    /// <summary>Changes options of a run.</summary>
    Task UpdateOptionsAsync(UpdateWorkflowExecutionOptionsRequest request);

    /// <summary>All events of a run, or of the latest for an empty run id.</summary>
    /// <exception cref="GrpcException">NOT_FOUND.</exception>
    Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string @namespace, WorkflowExecution run);
}
