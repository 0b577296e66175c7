using Gauntlet.Activities.Safety;
using Gauntlet.Contracts.Names;
using Temporalio.Client;

namespace Gauntlet.Host.Composition;

/// <summary>Gauntlet's running workflows, by the server's visibility.</summary>
/// <param name="client">A client of the server.</param>
internal sealed class RunningWorkflows(ITemporalClient client) : IRunningWorkflows
{
    /// <summary>The list filter that finds them.</summary>
    public static string Filter { get; } = $"ExecutionStatus = 'Running' AND WorkflowType IN ({string.Join(", ", Types.Select(type => $"'{type}'"))})";

    private static IEnumerable<string> Types => [WorkflowTypes.Pipeline, WorkflowTypes.Training, WorkflowTypes.Promotion, WorkflowTypes.Paper, WorkflowTypes.Arena, WorkflowTypes.Safety];

    public async Task<IReadOnlyCollection<string>> ListAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var execution in client.ListWorkflowsAsync(Filter, new() { Rpc = new() { CancellationToken = cancellation } })) ids.Add(execution.Id);
        return ids;
    }
}
