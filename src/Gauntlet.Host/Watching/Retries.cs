using Temporalio.Api.Failure.V1;
using Temporalio.Client;

namespace Gauntlet.Host.Watching;

/// <summary>What a workflow waits for because it failed and is tried again.</summary>
internal static class Retries
{
    /// <summary>The first activity that is being tried again, its attempt and its last error, in one line; null when none is.</summary>
    public static async Task<string?> OfAsync(ITemporalClient client, string workflowId, CancellationToken cancellation)
    {
        var description = await client.WorkflowService.DescribeWorkflowExecutionAsync(
            new() { Namespace = client.Options.Namespace, Execution = new() { WorkflowId = workflowId } }, new() { CancellationToken = cancellation });
        var pending = description.PendingActivities.FirstOrDefault(activity => activity.Attempt > 1 && activity.LastFailure is not null);
        return pending is null ? null : $"retrying {pending.ActivityType.Name}, attempt {pending.Attempt}: {Cause(pending.LastFailure).Split('\n')[0]}";
    }

    private static string Cause(Failure failure) => failure.Cause is { } deeper ? Cause(deeper) : failure.Message;
}
