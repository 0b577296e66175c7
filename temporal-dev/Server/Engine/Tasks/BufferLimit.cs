using Gauntlet.Temporal.Server.Engine.Runs;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Tasks;

/// <summary>A worker that holds its task while too much comes in loses it, so that the events get written.</summary>
internal static class BufferLimit
{
    public static void Enforce(RunChange run)
    {
        var state = run.State;
        if (state.IsRunning && !state.Buffered.IsEmpty && state.Task is { IsStarted: true }
            && (state.Buffered.Count > EngineLimits.BufferedEvents || state.Buffered.Sum(e => e.CalculateSize()) > EngineLimits.BufferedBytes))
        {
            WorkflowTaskFailing.Fail(run, WorkflowTaskFailedCause.ForceCloseCommand, failure: null, WorkflowTaskFailing.ServerIdentity, writesEvents: true);
        }
    }
}
