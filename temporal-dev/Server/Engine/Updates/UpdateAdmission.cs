using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Signals;
using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Tasks;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;

namespace Gauntlet.Temporal.Server.Engine.Updates;

/// <summary>Takes updates in.</summary>
internal static class UpdateAdmission
{
    // From this attempt on the workflow cannot take an update: it fails again and again.
    private const int HopelessAttempt = 3;

    /// <summary>Admits an update, or finds the one that has its id, finished ones too.</summary>
    public static UpdateWaiter Admit(RunChange run, Request request)
    {
        var state = run.State;
        var id = request.Meta.UpdateId;
        if (state.Updates.TryGetValue(id, out var known))
        {
            return Waiter(state, known, run.Live);
        }

        RequireRoom(state);
        state.UpdateCount++;
        state.Put(new UpdateEntry
        {
            Id = id,
            Stage = UpdateStage.Admitted,
            Order = state.UpdateCount + state.Transitions,
            Request = request,
        });
        WorkflowTaskScheduling.NeedForUpdates(run);
        return run.Live.Updates.Get(id);
    }

    /// <summary>What a caller waits on.</summary>
    public static UpdateWaiter Waiter(RunState state, UpdateEntry update, LiveRun live)
    {
        if (update.Stage < UpdateStage.Accepted)
        {
            return live.Updates.Get(update.Id);
        }

        if (update.Stage == UpdateStage.Accepted && state.IsRunning)
        {
            var open = live.Updates.Get(update.Id);
            open.Accept();
            return open;
        }

        var finished = new UpdateWaiter();
        finished.Complete(update.Outcome ?? RunClosing.UpdateLostWithRun);
        return finished;
    }

    private static void RequireRoom(RunState state)
    {
        if (!state.IsRunning)
        {
            throw Refusals.Closed();
        }

        ClosingGuard.Require(state);
        if (state.Task is { Attempt: >= HopelessAttempt })
        {
            throw Refusals.NotReady("Unable to perform workflow execution update due to Workflow Task in failed state.");
        }

        if (state.Updates.Values.Count(update => update.Stage != UpdateStage.Completed) >= EngineLimits.UpdatesInFlight)
        {
            throw Refusals.Exhausted(
                $"limit on number of concurrent in-flight updates has been reached ({EngineLimits.UpdatesInFlight})", ResourceExhaustedCause.ConcurrentLimit);
        }

        if (state.UpdateCount >= EngineLimits.UpdatesTotal)
        {
            throw Refusals.Exhausted(
                $"limit on the total number of distinct updates in this workflow has been reached ({EngineLimits.UpdatesTotal})",
                ResourceExhaustedCause.ConcurrentLimit);
        }
    }
}
