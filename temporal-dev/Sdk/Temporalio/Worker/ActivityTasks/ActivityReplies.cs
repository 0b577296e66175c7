using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Tells the server how activities ended.</summary>
/// <param name="context">The worker.</param>
internal sealed class ActivityReplies(WorkerContext context)
{
    private readonly ILogger _logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Completed.</summary>
    public async Task CompleteAsync(PollActivityTaskQueueResponse task, DataConverter converter, object? result)
    {
        Payload payload;
        try
        {
            payload = await converter.ToPayloadAsync(result);
        }
        catch (Exception e)
        {
            await FailAsync(task, converter, e, null);
            return;
        }

        await SendOrFailAsync(task, converter, () => context.Service.RespondActivityTaskCompletedAsync(
            new()
            {
                TaskToken = task.TaskToken,
                Namespace = context.Namespace,
                Identity = context.Identity,
                Result = new() { Payloads_ = { payload } },
            },
            context.Reported()));
    }

    /// <summary>Cancelled.</summary>
    public Task CancelAsync(PollActivityTaskQueueResponse task, DataConverter converter, Payloads? details) =>
        SendOrFailAsync(task, converter, () => context.Service.RespondActivityTaskCanceledAsync(
            new()
            {
                TaskToken = task.TaskToken,
                Namespace = context.Namespace,
                Identity = context.Identity,
                Details = details,
            },
            context.Reported()));

    /// <summary>What it made is too large for the server: it may be repeated, by better code if need be.</summary>
    public Task TooLargeAsync(PollActivityTaskQueueResponse task, DataConverter converter, PayloadsTooLargeException e) =>
        FailAsync(task, converter, new ApplicationFailureException(e.Message, errorType: "PayloadsTooLarge"), null);

    /// <summary>Failed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="converter">Its converter.</param>
    /// <param name="e">Why.</param>
    /// <param name="lastHeartbeat">Details that were not sent; null for none.</param>
    public async Task FailAsync(PollActivityTaskQueueResponse task, DataConverter converter, Exception e, Payloads? lastHeartbeat)
    {
        Failure failure;
        try
        {
            failure = await converter.ToFailureAsync(e);
        }
        catch (Exception conversion)
        {
            failure = new()
            {
                Message = $"Failed building completion: {conversion.Message}",
                ApplicationFailureInfo = new() { Type = conversion.GetType().Name },
            };
        }

        await SendAsync(task, () => context.Service.RespondActivityTaskFailedAsync(
            new()
            {
                TaskToken = task.TaskToken,
                Namespace = context.Namespace,
                Identity = context.Identity,
                Failure = failure,
                LastHeartbeatDetails = lastHeartbeat,
            },
            WorkerContext.Retried()));
    }

    private async Task SendOrFailAsync(PollActivityTaskQueueResponse task, DataConverter converter, Func<Task> send)
    {
        try
        {
            await SendAsync(task, send);
        }
        catch (PayloadsTooLargeException e)
        {
            await TooLargeAsync(task, converter, e);
        }
    }

    // An attempt that timed out, or whose workflow has ended, has nobody left to tell.
    private async Task SendAsync(PollActivityTaskQueueResponse task, Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            _logger.LogDebug(e, "Activity {ActivityId} is gone from the server", task.ActivityId);
        }
    }
}
