using Temporalio.Api.History.V1;
using Temporalio.Client;

namespace Gauntlet.Proofs.Server;

/// <summary>Fetches every history and has it checked; then asks whether lists know the same runs.</summary>
internal sealed class HistoryAudit(ITemporalClient client, Ledger ledger, HistoryCheck check)
{
    /// <summary>Audits all workflows and chains of the ledger, their children, and what a schedule started.</summary>
    /// <param name="scheduled">Ids of the runs that a schedule started.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(IReadOnlyList<string> scheduled, CancellationToken cancellation)
    {
        foreach (var workflow in ledger.Workflows)
        {
            foreach (var (child, answer) in check.Workflow(workflow, await HistoryAsync(workflow, null, cancellation)))
                check.Child(child, answer, await HistoryAsync(child, null, cancellation));
        }

        foreach (var (chain, links) in ledger.Chains) await ChainAsync(chain, links, cancellation);
        foreach (var run in scheduled) check.Child(run, answer: null, await HistoryAsync(run, null, cancellation));
        await ListAsync(cancellation);
    }

    private async Task ChainAsync(string id, int links, CancellationToken cancellation)
    {
        var runs = new Dictionary<string, IReadOnlyList<HistoryEvent>>(StringComparer.Ordinal);
        await foreach (var run in client.ListWorkflowsAsync($"WorkflowId = '{id}'", new() { Rpc = new() { CancellationToken = cancellation } }))
            runs.Add(run.RunId, await HistoryAsync(id, run.RunId, cancellation));
        check.Chain(id, links, runs);
    }

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string id, string? run, CancellationToken cancellation) =>
        [.. (await client.GetWorkflowHandle(id, run).FetchHistoryAsync(new() { Rpc = new() { CancellationToken = cancellation } })).Events];

    // The list is kept apart from the histories: it must know the same runs.
    private async Task ListAsync(CancellationToken cancellation)
    {
        var counts = check.Counts;
        var completed = await CountAsync("ExecutionStatus = 'Completed'", cancellation);
        var continued = await CountAsync("ExecutionStatus = 'ContinuedAsNew'", cancellation);
        var all = await CountAsync(string.Empty, cancellation);
        if (completed != counts.Workflows + counts.Children + counts.Chains)
            ledger.Wrong($"the list has {completed} completed runs, there are {counts.Workflows + counts.Children + counts.Chains}");
        if (continued != counts.Links - counts.Chains) ledger.Wrong($"the list has {continued} runs that went on in another, there are {counts.Links - counts.Chains}");
        if (all != completed + continued) ledger.Wrong($"the list has {all - completed - continued} runs that neither completed nor went on");
    }

    private async Task<long> CountAsync(string query, CancellationToken cancellation) =>
        (await client.CountWorkflowsAsync(query, new() { Rpc = new() { CancellationToken = cancellation } })).Count;
}
