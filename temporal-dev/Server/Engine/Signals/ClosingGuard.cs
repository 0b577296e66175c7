using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Signals;

/// <summary>Keeps new work away from a run that tries to close, so that the close can win.</summary>
internal static class ClosingGuard
{
    public static void Require(RunState state)
    {
        if (state is { IsClosing: true, Task.IsStarted: true })
        {
            throw Refusals.Exhausted("workflow operation can not be applied because workflow is closing", ResourceExhaustedCause.BusyWorkflow);
        }
    }
}
