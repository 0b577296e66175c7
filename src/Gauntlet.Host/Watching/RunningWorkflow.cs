using Gauntlet.Contracts.Progress;
using Gauntlet.Host.Composition;
using Gauntlet.Host.Running;
using Gauntlet.Workflows;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace Gauntlet.Host.Watching;

/// <summary>A workflow of Gauntlet on a server.</summary>
/// <param name="WorkflowId">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Execution">Whether it runs, or how it ended.</param>
/// <param name="Stage">Stage by its search attributes; null where it has none.</param>
/// <param name="StartedAt">Start of the run, UTC.</param>
/// <param name="ClosedAt">End of the run, UTC; null while it runs.</param>
/// <param name="Status">Its own answer; null when no worker gives one.</param>
/// <param name="Retry">What is being tried again, and why; null when nothing is.</param>
internal sealed record RunningWorkflow(
    string WorkflowId, string Type, WorkflowExecutionStatus Execution, string? Stage, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, WorkflowStatus? Status, string? Retry)
{
    /// <summary>Everything of Gauntlet that runs on a server, by id.</summary>
    public static async Task<IReadOnlyList<RunningWorkflow>> AllAsync(ITemporalClient client, CancellationToken cancellation)
    {
        var executions = new List<WorkflowExecution>();
        await foreach (var execution in client.ListWorkflowsAsync(RunningWorkflows.Filter, new() { Rpc = new() { CancellationToken = cancellation } })) executions.Add(execution);
        return await Task.WhenAll(executions.OrderBy(execution => execution.Id, StringComparer.Ordinal).Select(execution => OfAsync(client, execution, cancellation)));
    }

    /// <summary>One workflow.</summary>
    public static async Task<RunningWorkflow> OfAsync(ITemporalClient client, WorkflowExecution execution, CancellationToken cancellation) => new(
        execution.Id,
        execution.WorkflowType,
        execution.Status,
        execution.TypedSearchAttributes.TryGetValue(SearchKeys.Stage, out var stage) ? stage : null,
        execution.StartTime,
        execution.CloseTime,
        await new StatusReader(client).TryReadAsync(execution.Id, cancellation),
        execution.Status == WorkflowExecutionStatus.Running ? await Retries.OfAsync(client, execution.Id, cancellation) : null);
}
