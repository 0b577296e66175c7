using Microsoft.Extensions.Logging;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Worker.Slots;
using Temporalio.Worker.Tasks;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker.Polling;

/// <summary>Workflow tasks that come with the answer to a start by a client on the worker's connection, and so without a poll.</summary>
/// <param name="workflows">Handles them.</param>
/// <param name="slots">Slots of workflow tasks.</param>
/// <param name="logger">Logger.</param>
internal sealed class EagerTasks(WorkflowTaskHandler workflows, TaskSlots slots, ILogger logger)
{
    private readonly TasksInHand _tasks = new();

    /// <summary>Takes tasks until the answer is disposed of.</summary>
    public IDisposable? Open(WorkerContext context) =>
        (context.Connection as TemporalConnection)?.EagerStarts.Add(context.Namespace, context.TaskQueue, TryReserve);

    /// <summary>Waits for those that have begun.</summary>
    public Task WaitForEndAsync() => _tasks.WaitAsync();

    private Action<PollWorkflowTaskQueueResponse?>? TryReserve()
    {
        if (slots.TryReserve() is not { } slot)
        {
            return null;
        }

        _tasks.Begin();
        return task => _ = Task.Run(() => HandleAsync(task, slot));
    }

    private async Task HandleAsync(PollWorkflowTaskQueueResponse? task, Slot slot)
    {
        try
        {
            if (task != null)
            {
                slot.Use(new SlotInfo.WorkflowSlotInfo(task.WorkflowType.Name, false));
                await workflows.HandleAsync(task, isSticky: false);
            }
        }
        catch (Exception e)
        {
            logger.LogError(e, "Task could not be handled; the server gives it to a worker again after its timeout");
        }
        finally
        {
            slot.Dispose();
            _tasks.End();
        }
    }
}
