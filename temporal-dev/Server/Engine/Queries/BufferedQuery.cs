using Temporalio.Api.Query.V1;

namespace Gauntlet.Temporal.Server.Engine.Queries;

/// <summary>A query that waits for a workflow task to travel with.</summary>
internal sealed class BufferedQuery(WorkflowQuery query)
{
    private readonly TaskCompletionSource<QueryOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public WorkflowQuery Query => query;

    public Task<QueryOutcome> Outcome => _outcome.Task;

    public void Finish(QueryOutcome outcome) => _outcome.TrySetResult(outcome);
}
