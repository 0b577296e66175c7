using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Temporalio.Worker.Polling;

/// <summary>Ends the polls that are open when a worker stops.</summary>
/// <remarks>A poll that is given up may have been handed a task a moment ago, which then waits for its timeout. So a server that can do it ends
/// the polls itself, each with a task or without; one that cannot has them given up.</remarks>
/// <param name="context">The worker.</param>
/// <param name="queueTypes">What the worker polls for.</param>
/// <param name="logger">Logger.</param>
internal sealed class WorkerFarewell(WorkerContext context, IReadOnlyCollection<TaskQueueType> queueTypes, ILogger logger)
{
    private bool IsSticky => context.IsSticky && queueTypes.Contains(TaskQueueType.Workflow);

    /// <summary>Tells the server that the worker stops, and gives the polls up if it does not end them.</summary>
    /// <param name="abandon">Gives them up.</param>
    public async Task EndPollsAsync(CancellationTokenSource abandon)
    {
        if (!context.DoesServerEndPolls)
        {
            await abandon.CancelAsync();
        }

        if (!await TellAsync())
        {
            await abandon.CancelAsync();
        }
    }

    // Without this the server would also offer tasks to a sticky queue that nobody polls until it notices.
    private async Task<bool> TellAsync()
    {
        if (!IsSticky && !context.DoesServerEndPolls)
        {
            return false;
        }

        try
        {
            await context.Service.ShutdownWorkerAsync(
                new()
                {
                    Namespace = context.Namespace,
                    StickyTaskQueue = IsSticky ? context.StickyQueue : string.Empty,
                    Identity = context.Identity,
                    WorkerInstanceKey = context.InstanceKey,
                    TaskQueue = context.TaskQueue,
                    TaskQueueTypes = { queueTypes },
                    Reason = "graceful shutdown",
                },
                new() { Timeout = TimeSpan.FromSeconds(5) });
            return true;
        }
        catch (RpcException e)
        {
            // A courtesy: old servers do not know the call, and one that is gone needs none.
            logger.LogDebug(e, "Server did not take the shutdown of worker {InstanceKey}", context.InstanceKey);
            return false;
        }
    }
}
