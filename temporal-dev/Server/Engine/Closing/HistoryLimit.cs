using Gauntlet.Temporal.Server.Engine.Runs;
using Gauntlet.Temporal.Server.Engine.Tasks;

namespace Gauntlet.Temporal.Server.Engine.Closing;

/// <summary>Ends a run whose history has grown beyond what any worker should replay. Workers are told long before, at each task.</summary>
internal static class HistoryLimit
{
    public static void Enforce(RunChange run)
    {
        if (!run.State.IsRunning)
        {
            return;
        }

        if (run.State.LastEventId > EngineLimits.HistoryEvents)
        {
            RunClosing.Terminate(run, "Workflow history count exceeds limit.", details: null, WorkflowTaskFailing.ServerIdentity);
        }
        else if (run.State.HistorySizeBytes > EngineLimits.HistoryBytes)
        {
            RunClosing.Terminate(run, "Workflow history size exceeds limit.", details: null, WorkflowTaskFailing.ServerIdentity);
        }
    }
}
