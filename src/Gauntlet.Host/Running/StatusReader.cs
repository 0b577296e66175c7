using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Progress;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Running;

/// <summary>Asks workflows where they stand.</summary>
/// <param name="client">A client of their server.</param>
internal sealed class StatusReader(ITemporalClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Status of one workflow; null when it cannot answer now: no worker, not begun, or gone.</summary>
    public async Task<WorkflowStatus?> TryReadAsync(string workflowId, CancellationToken cancellation)
    {
        try
        {
            return await client.GetWorkflowHandle(workflowId).QueryAsync<WorkflowStatus>(
                MessageNames.Status, [], new() { Rpc = new() { Timeout = Patience, CancellationToken = cancellation } });
        }
        catch (Exception error) when (error is RpcException or WorkflowQueryFailedException or WorkflowQueryRejectedException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Status of a workflow and of everything below it, parents before children.</summary>
    public async Task<IReadOnlyList<NamedStatus>> ReadTreeAsync(string workflowId, CancellationToken cancellation)
    {
        if (await TryReadAsync(workflowId, cancellation) is not { } status) return [];
        var children = await Task.WhenAll(status.Children.Select(child => ReadTreeAsync(child, cancellation)));
        return [new(workflowId, status), .. children.SelectMany(child => child)];
    }
}

/// <summary>A workflow and where it stands.</summary>
/// <param name="WorkflowId">Its id.</param>
/// <param name="Status">Where it stands.</param>
internal sealed record NamedStatus(string WorkflowId, WorkflowStatus Status);
