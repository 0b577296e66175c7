using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Payloads of commands have a limit, and a run whose workflow goes beyond it is ended.</summary>
internal static class CommandSizes
{
    /// <remarks>The cause is the one that the real server gives, whatever the command.</remarks>
    public static void Require(int bytes, string text)
    {
        if (bytes > EngineLimits.BlobBytes)
        {
            throw new CommandRefusal(BadScheduleActivityAttributes, text) { TerminatesRun = true };
        }
    }
}
