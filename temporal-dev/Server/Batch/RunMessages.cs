using Gauntlet.Temporal.Server.Engine.Calls;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Store;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace Gauntlet.Temporal.Server.Batch;

/// <summary>Hands a batch's work to the engine, as if a client had called for each run.</summary>
internal sealed class RunMessages(WorkflowRuns runs, IRunStore store) : IRunMessages
{
    private readonly MessageCalls _messages = new(runs);
    private readonly ResetCalls _resets = new(runs);
    private readonly ActivityAdminCalls _activities = new(runs);
    private readonly OptionsCalls _options = new(runs);

    /// <inheritdoc/>
    public Task SignalAsync(SignalWorkflowExecutionRequest request) => _messages.SignalAsync(request);

    /// <inheritdoc/>
    public Task CancelAsync(RequestCancelWorkflowExecutionRequest request) => _messages.CancelAsync(request);

    /// <inheritdoc/>
    public Task TerminateAsync(TerminateWorkflowExecutionRequest request) => _messages.TerminateAsync(request);

    /// <inheritdoc/>
    public Task DeleteAsync(DeleteWorkflowExecutionRequest request) => _messages.DeleteAsync(request);

    /// <inheritdoc/>
    public Task ResetAsync(ResetWorkflowExecutionRequest request) => _resets.ResetAsync(request);

    /// <inheritdoc/>
    public Task UnpauseAsync(UnpauseActivityRequest request) => _activities.UnpauseAsync(request);

    /// <inheritdoc/>
    public Task ResetActivityAsync(ResetActivityRequest request) => _activities.ResetAsync(request);

    /// <inheritdoc/>
    public Task UpdateActivityOptionsAsync(UpdateActivityOptionsRequest request) => _activities.UpdateOptionsAsync(request);

    /// <inheritdoc/>
    public Task UpdateOptionsAsync(UpdateWorkflowExecutionOptionsRequest request) => _options.UpdateAsync(request);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string @namespace, WorkflowExecution run)
    {
        var state = await RunLookup.ReadAsync(runs, RequestChecks.Execution(@namespace, run), run.RunId);
        return await store.ReadHistoryAsync(state.Key, 1, int.MaxValue);
    }
}
