using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Query.V1;

namespace Gauntlet.Temporal.Server.Engine.Queries;

/// <summary>A query that goes to a worker without a workflow task.</summary>
internal sealed class DirectQuery(RunKey run, WorkflowQuery query)
{
    private readonly TaskCompletionSource<QueryOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public RunKey Run => run;

    public WorkflowQuery Query => query;

    public Task<QueryOutcome> Outcome => _outcome.Task;

    /// <summary>Set once a worker has it.</summary>
    public bool IsTaken { get; set; }

    public void Finish(QueryOutcome outcome) => _outcome.TrySetResult(outcome);
}
