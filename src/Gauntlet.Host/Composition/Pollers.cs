using Gauntlet.Contracts.Names;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Client;

namespace Gauntlet.Host.Composition;

/// <summary>Whether anybody works on Gauntlet's task queues.</summary>
internal static class Pollers
{
    // A long poll lasts a minute: who has not polled for longer has gone.
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(75);

    /// <summary>Whether a worker has polled for workflows lately.</summary>
    public static async Task<bool> AreThereAsync(ITemporalClient client, TimeProvider clock, CancellationToken cancellation)
    {
        var queue = await client.WorkflowService.DescribeTaskQueueAsync(
            new()
            {
                Namespace = client.Options.Namespace,
                TaskQueue = new TaskQueue { Name = TaskQueues.Main, Kind = TaskQueueKind.Normal },
                TaskQueueType = TaskQueueType.Workflow,
            },
            new() { CancellationToken = cancellation });
        var since = clock.GetUtcNow() - Recent;
        return queue.Pollers.Any(poller => poller.LastAccessTime?.ToDateTimeOffset() >= since);
    }
}
