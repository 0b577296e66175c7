using Gauntlet.Contracts.Names;
using Gauntlet.Contracts.Safety;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace Gauntlet.Host.Composition;

/// <summary>Makes sure that the one <c>Safety</c> workflow of a server runs.</summary>
internal static class SafetyKeeper
{
    /// <summary>Starts it unless it runs.</summary>
    public static Task<WorkflowHandle> EnsureAsync(ITemporalClient client, CancellationToken cancellation) =>
        client.StartWorkflowAsync(
            WorkflowTypes.Safety,
            [new SafetyState()],
            new(WorkflowIds.Safety, TaskQueues.Main)
            {
                IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting,
                IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
                Rpc = new() { CancellationToken = cancellation },
            });
}
