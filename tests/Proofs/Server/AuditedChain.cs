using Temporalio.Workflows;

namespace Gauntlet.Proofs.Server;

/// <summary>A chain of runs, each of which does one long activity and goes on as the next.</summary>
[Workflow("AuditedChain")]
public class AuditedChain
{
    /// <summary>Does the work of one link.</summary>
    /// <param name="link">Its number, from 1 on.</param>
    /// <param name="links">Number of the last one.</param>
    /// <returns>Number of the last link.</returns>
    [WorkflowRun]
    public async Task<int> RunAsync(int link, int links)
    {
        var name = $"{Workflow.Info.WorkflowId}/{link}";
        await Workflow.ExecuteActivityAsync((AuditedActivities activities) => activities.BeatAsync(name), AuditedActivities.BeatingOptions);
        if (link < links) throw Workflow.CreateContinueAsNewException((AuditedChain chain) => chain.RunAsync(link + 1, links));
        return link;
    }
}
