using System.Collections.Frozen;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>What each command does.</summary>
internal static class CommandTable
{
    private static readonly FrozenDictionary<CommandType, Action<CommandContext, Command>> Handlers = new Dictionary<CommandType, Action<CommandContext, Command>>
    {
        [CommandType.StartTimer] = TimerCommands.Start,
        [CommandType.CancelTimer] = TimerCommands.Cancel,
        [CommandType.ScheduleActivityTask] = ActivityCommands.Schedule,
        [CommandType.RequestCancelActivityTask] = ActivityCommands.Cancel,
        [CommandType.StartChildWorkflowExecution] = ChildCommands.Start,
        [CommandType.SignalExternalWorkflowExecution] = ExternalCommands.Signal,
        [CommandType.RequestCancelExternalWorkflowExecution] = ExternalCommands.Cancel,
        [CommandType.RecordMarker] = RecordCommands.Marker,
        [CommandType.UpsertWorkflowSearchAttributes] = RecordCommands.UpsertSearchAttributes,
        [CommandType.ModifyWorkflowProperties] = RecordCommands.ModifyProperties,
        [CommandType.ProtocolMessage] = MessageCommand.Apply,
        [CommandType.ScheduleNexusOperation] = NexusCommands.Schedule,
        [CommandType.RequestCancelNexusOperation] = NexusCommands.Cancel,
        [CommandType.CompleteWorkflowExecution] = CloseCommands.Complete,
        [CommandType.FailWorkflowExecution] = CloseCommands.Fail,
        [CommandType.CancelWorkflowExecution] = CloseCommands.Cancel,
        [CommandType.ContinueAsNewWorkflowExecution] = ContinueAsNewCommand.Apply,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<CommandType> Closing = new[]
    {
        CommandType.CompleteWorkflowExecution, CommandType.FailWorkflowExecution, CommandType.CancelWorkflowExecution,
        CommandType.ContinueAsNewWorkflowExecution,
    }.ToFrozenSet();

    /// <summary>Refuses a list that goes on after a closing command; the task stays started.</summary>
    public static void RequireClosingLast(IReadOnlyList<Command> commands)
    {
        for (var i = 0; i < commands.Count - 1; i++)
        {
            if (Closing.Contains(commands[i].CommandType))
            {
                var all = string.Join(", ", commands.Select(command => command.CommandType));
                throw Refusals.Invalid($"invalid command sequence: [{all}], command {commands[i].CommandType} must be the last command.");
            }
        }
    }

    public static bool IsClosing(CommandType type) => Closing.Contains(type);

    public static void Apply(CommandContext context, Command command)
    {
        if (!Handlers.TryGetValue(command.CommandType, out var handler))
        {
            throw Refusals.Invalid($"unknown command type: {command.CommandType}");
        }

        context.Run.NextMetadata = command.UserMetadata;
        try
        {
            handler(context, command);
        }
        finally
        {
            context.Run.NextMetadata = null;
        }
    }
}
