using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Worker.ActivityTasks;
using Temporalio.Worker.Slots;

namespace Temporalio.Worker.Tasks;

/// <summary>Activities that the server hands over in its answer to the completion that schedules them.</summary>
/// <param name="context">The worker.</param>
/// <param name="activities">Runs activities.</param>
internal sealed class EagerActivities(WorkerContext context, ActivityExecutor activities)
{
    private readonly int _most =
        context.Options.DisableEagerActivityExecution || context.Options.LocalActivityWorkerOnly || activities.IsEmpty ||
        context.Options.MaxTaskQueueActivitiesPerSecond != null
            ? 0
            : context.Options.MaxEagerActivityReservationsPerWorkflowTask;

    /// <summary>Takes slots for the activities that a completion may get at once, and clears the wish of the others.</summary>
    /// <returns>The slots; null if there are none.</returns>
    public List<Slot>? Reserve(IEnumerable<Command> commands)
    {
        List<Slot>? slots = null;
        foreach (var command in commands)
        {
            if (command.CommandType != CommandType.ScheduleActivityTask || !command.ScheduleActivityTaskCommandAttributes.RequestEagerExecution)
            {
                continue;
            }

            if ((slots?.Count ?? 0) < _most && activities.Slots.TryReserve() is { } slot)
            {
                (slots ??= []).Add(slot);
            }
            else
            {
                command.ScheduleActivityTaskCommandAttributes.RequestEagerExecution = false;
            }
        }

        return slots;
    }

    /// <summary>Begins what the server handed over and gives the other slots back.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="tasks">What came with the answer; nothing if there was none.</param>
    public void Begin(List<Slot>? slots, IReadOnlyList<PollActivityTaskQueueResponse> tasks)
    {
        for (var i = 0; i < (slots?.Count ?? 0); i++)
        {
            if (i < tasks.Count)
            {
                _ = RunAsync(tasks[i], slots![i]);
            }
            else
            {
                slots![i].Dispose();
            }
        }
    }

    private async Task RunAsync(PollActivityTaskQueueResponse task, Slot slot)
    {
        using (slot)
        {
            await activities.RunAsync(task, slot);
        }
    }
}
