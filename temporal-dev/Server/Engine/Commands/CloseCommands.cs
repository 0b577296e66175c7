using Gauntlet.Temporal.Server.Engine.Closing;
using Temporalio.Api.Command.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>The workflow's own endings.</summary>
internal static class CloseCommands
{
    public static void Complete(CommandContext context, Command command)
    {
        RequireNothingUnseen(context);
        var attributes = command.CompleteWorkflowExecutionCommandAttributes;
        CommandRefusal.Require(
            attributes is not null,
            BadCompleteWorkflowExecutionAttributes,
            "CompleteWorkflowExecutionCommandAttributes is not set on CompleteWorkflowExecutionCommand.");
        CommandSizes.Require(attributes!.Result?.CalculateSize() ?? 0, "CompleteWorkflowExecutionCommandAttributes.Result exceeds size limit.");
        RunEndings.Complete(context.Scope, context.Run, context.CompletedEventId, attributes.Result);
    }

    public static void Fail(CommandContext context, Command command)
    {
        RequireNothingUnseen(context);
        var attributes = command.FailWorkflowExecutionCommandAttributes;
        CommandRefusal.Require(
            attributes is not null,
            BadFailWorkflowExecutionAttributes,
            "FailWorkflowExecutionCommandAttributes is not set on FailWorkflowExecutionCommand.");
        CommandRefusal.Require(
            attributes!.Failure is not null, BadFailWorkflowExecutionAttributes, "Failure is not set on FailWorkflowExecutionCommand.");
        CommandSizes.Require(attributes.Failure!.CalculateSize(), "FailWorkflowExecutionCommandAttributes.Failure exceeds size limit.");
        RunEndings.Fail(context.Scope, context.Run, context.CompletedEventId, attributes.Failure);
    }

    public static void Cancel(CommandContext context, Command command)
    {
        RequireNothingUnseen(context);
        var attributes = command.CancelWorkflowExecutionCommandAttributes;
        CommandRefusal.Require(
            attributes is not null,
            BadCancelWorkflowExecutionAttributes,
            "CancelWorkflowExecutionCommandAttributes is not set on CancelWorkflowExecutionCommand.");
        RunEndings.Cancel(context.Run, context.CompletedEventId, attributes!.Details);
    }

    /// <summary>A run must not end over something that its workflow has not seen.</summary>
    public static void RequireNothingUnseen(CommandContext context)
    {
        var unseen = context.State.Buffered.Exists(e => !context.Run.IsOwn(e));
        if (unseen)
        {
            throw new CommandRefusal(UnhandledCommand, string.Empty);
        }
    }
}
