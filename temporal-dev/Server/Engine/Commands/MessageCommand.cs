using Temporalio.Api.Command.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>The place of a message among the commands.</summary>
internal static class MessageCommand
{
    public static void Apply(CommandContext context, Command command)
    {
        var id = command.ProtocolMessageCommandAttributes?.MessageId ?? string.Empty;
        CommandRefusal.Require(id.Length > 0, BadUpdateWorkflowExecutionMessage, "MessageID is not set on ProtocolMessageCommand.");
        var message = context.Messages.Take(id);
        CommandRefusal.Require(
            message is not null, BadUpdateWorkflowExecutionMessage, $"ProtocolMessageCommand referenced absent message ID {id}");
        UpdateReplies.Apply(context, message!);
    }
}
