using Temporalio.Workflows;

namespace Gauntlet.Proofs.Server;

/// <summary>A child: waits a moment and does one thing.</summary>
[Workflow("AuditedChild")]
public class AuditedChild
{
    /// <summary>Answers with what its activity did.</summary>
    [WorkflowRun]
    public async Task<long> RunAsync()
    {
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(20));
        return await Workflow.ExecuteActivityAsync((AuditedActivities activities) => activities.Work($"{Workflow.Info.WorkflowId}/work"), AuditedActivities.Options);
    }
}
