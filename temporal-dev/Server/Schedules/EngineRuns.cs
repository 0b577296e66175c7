using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Schedules;

/// <summary>Hands a schedule's work to the engine.</summary>
internal sealed class EngineRuns(StartCalls starts, MessageCalls messages, WorkflowRuns runs, IRunStore store) : IScheduledRuns
{
    /// <inheritdoc/>
    public async Task<string> StartAsync(StartWorkflowExecutionRequest request) => (await starts.StartAsync(request)).RunId;

    /// <inheritdoc/>
    public Task CancelAsync(RequestCancelWorkflowExecutionRequest request) => messages.CancelAsync(request);

    /// <inheritdoc/>
    public Task TerminateAsync(TerminateWorkflowExecutionRequest request) => messages.TerminateAsync(request);

    /// <inheritdoc/>
    public async Task<HistoryEvent?> CloseEventAsync(string @namespace, string workflowId, string runId) =>
        await runs.ReadAsync(new(@namespace, workflowId), runId) is { IsRunning: false } state
            && await store.ReadHistoryAsync(state.Key, state.LastEventId, 1) is [var last, ..]
            ? last
            : null;
}
