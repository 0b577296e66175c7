using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.Closing;

/// <summary>Ends runs.</summary>
internal static class RunClosing
{
    private static readonly Outcome LostWithRun = new()
    {
        Failure = new()
        {
            Message = "Workflow Update failed because the Workflow completed before the Update completed.",
            Source = "Server",
            ApplicationFailureInfo = new() { Type = "AcceptedUpdateCompletedWorkflow", NonRetryable = true },
        },
    };

    /// <summary>Writes the closing event and settles everything that waited for the run.</summary>
    /// <param name="newRunId">The run that follows in its chain; empty for none.</param>
    public static void Close(RunChange run, WorkflowExecutionStatus status, EventType type, Action<HistoryEvent> fill, string newRunId = "")
    {
        var state = run.State;
        run.Write(type, fill);
        state.Status = status;
        state.CloseTime = run.Now;
        state.MoveTask(null);
        state.FirstTaskDue = null;
        state.NewRunId = newRunId;
        AbortUpdates(run, continues: newRunId.Length > 0);
        run.Then(new FinishRun(run.Key));
        run.Afterwards(run.Live.Queries.Release);
    }

    /// <summary>Ends a run from outside.</summary>
    public static void Terminate(RunChange run, string reason, Payloads? details, string identity)
    {
        WorkflowTaskFailing.ForceClose(run);
        Close(run, WorkflowExecutionStatus.Terminated, EventType.WorkflowExecutionTerminated, e => e.WorkflowExecutionTerminatedEventAttributes = new()
        {
            Reason = reason,
            Details = details,
            Identity = identity,
        });
    }

    /// <summary>Outcome of an update that was accepted but lost its run.</summary>
    public static Outcome UpdateLostWithRun => LostWithRun;

    private static void AbortUpdates(RunChange run, bool continues)
    {
        foreach (var update in run.State.Updates.Values.Where(update => update.Stage != UpdateStage.Completed))
        {
            if (update.Stage == UpdateStage.Accepted)
            {
                run.Afterwards(() => run.Live.Updates.Complete(update.Id, LostWithRun));
                continue;
            }

            run.State.RemoveUpdate(update.Id);
            Exception error = continues
                ? Refusals.Exhausted("workflow update was aborted by closing workflow, try again later", ResourceExhaustedCause.BusyWorkflow)
                : Refusals.NotFound("workflow update was aborted by closing workflow");
            run.Afterwards(() => run.Live.Updates.Abort(update.Id, error));
        }
    }
}
