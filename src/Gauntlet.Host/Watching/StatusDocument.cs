using Gauntlet.Contracts.Progress;
using Gauntlet.Contracts.Safety;
using Gauntlet.Host.Evidence;

namespace Gauntlet.Host.Watching;

/// <summary>The document of <c>status --json</c>.</summary>
/// <param name="Latch">The emergency latch; open when nothing is stored yet.</param>
/// <param name="Servers">Addresses looked at; empty when nothing is configured or runs.</param>
/// <param name="Workflows">What runs, by id; or the one asked for with everything below it.</param>
internal sealed record StatusDocument(LatchState Latch, IReadOnlyList<string> Servers, IReadOnlyList<WorkflowDocument> Workflows);

/// <summary>A workflow in the document.</summary>
internal sealed record WorkflowDocument(
    string WorkflowId, string Type, string Execution, DateTimeOffset StartedAt, DateTimeOffset? ClosedAt, bool Answers, string? Stage, WorkflowStatus? Status, string? Retry)
{
    public static WorkflowDocument Of(RunningWorkflow workflow) => new(
        workflow.WorkflowId,
        workflow.Type,
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(workflow.Execution.ToString()),
        workflow.StartedAt,
        workflow.ClosedAt,
        workflow.Status is not null,
        workflow.Status is { } status ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.Stage.ToString()) : workflow.Stage,
        workflow.Status,
        workflow.Retry);
}
