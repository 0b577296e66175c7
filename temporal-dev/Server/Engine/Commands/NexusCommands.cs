using Temporalio.Api.Command.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Operations of other services: this server has no endpoints, so none is ever found.</summary>
internal static class NexusCommands
{
    public static void Schedule(CommandContext context, Command command) => throw new CommandRefusal(
        BadScheduleNexusOperationAttributes, $"endpoint \"{command.ScheduleNexusOperationCommandAttributes?.Endpoint}\" not found");
}
