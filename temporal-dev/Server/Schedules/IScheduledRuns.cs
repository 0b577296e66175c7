using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>What a schedule does with runs: the engine's own calls.</summary>
internal interface IScheduledRuns
{
    /// <summary>Starts a run and answers its id.</summary>
    /// <exception cref="Grpc.GrpcException">The start is refused.</exception>
    Task<string> StartAsync(StartWorkflowExecutionRequest request);

    /// <summary>Asks a run to cancel itself.</summary>
    Task CancelAsync(RequestCancelWorkflowExecutionRequest request);

    /// <summary>Ends a run.</summary>
    Task TerminateAsync(TerminateWorkflowExecutionRequest request);

    /// <summary>The last event of a closed run; null while it is open, or if it is gone.</summary>
    Task<HistoryEvent?> CloseEventAsync(string @namespace, string workflowId, string runId);
}
