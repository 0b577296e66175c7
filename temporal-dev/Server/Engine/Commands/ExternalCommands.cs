using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.State;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Signals and cancel requests to other workflows.</summary>
internal static class ExternalCommands
{
    public static void Signal(CommandContext context, Command command)
    {
        var attributes = command.SignalExternalWorkflowExecutionCommandAttributes;
        RequireValid(attributes);
        var namespaceId = context.NamespaceId(attributes!.Namespace.Length > 0 ? attributes.Namespace : context.Run.Key.Namespace);
        RequireRoom(
            context.State.Signals.Count, EngineLimits.PendingSignals, PendingSignalsLimitExceeded, "signals to external workflows");
        CommandSizes.Require(attributes.Input?.CalculateSize() ?? 0, "SignalExternalWorkflowExecutionCommandAttributes.Input exceeds size limit.");
        var initiated = context.Run.Write(
            EventType.SignalExternalWorkflowExecutionInitiated,
            e => e.SignalExternalWorkflowExecutionInitiatedEventAttributes = new()
            {
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                Namespace = attributes.Namespace,
                NamespaceId = namespaceId,
                WorkflowExecution = new() { WorkflowId = attributes.Execution.WorkflowId, RunId = attributes.Execution.RunId },
                SignalName = attributes.SignalName,
                Input = attributes.Input,
                Control = attributes.Control,
                ChildWorkflowOnly = attributes.ChildWorkflowOnly,
                Header = attributes.Header,
            });
        context.State.Put(new PendingSignal(initiated.EventId, initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes, Guid.NewGuid().ToString()));
        context.Run.Then(new DeliverSignal(context.Run.Key, initiated.EventId));
    }

    public static void Cancel(CommandContext context, Command command)
    {
        var attributes = command.RequestCancelExternalWorkflowExecutionCommandAttributes;
        RequireValid(attributes);
        var namespaceId = context.NamespaceId(attributes!.Namespace.Length > 0 ? attributes.Namespace : context.Run.Key.Namespace);
        RequireRoom(
            context.State.Cancels.Count, EngineLimits.PendingCancels, PendingRequestCancelLimitExceeded, "requests to cancel external workflows");
        var initiated = context.Run.Write(
            EventType.RequestCancelExternalWorkflowExecutionInitiated,
            e => e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes = new()
            {
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                Namespace = attributes.Namespace,
                NamespaceId = namespaceId,
                WorkflowExecution = new() { WorkflowId = attributes.WorkflowId, RunId = attributes.RunId },
                Control = attributes.Control,
                ChildWorkflowOnly = attributes.ChildWorkflowOnly,
                Reason = attributes.Reason,
            });
        context.State.Put(new PendingCancel(initiated.EventId, initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes, Guid.NewGuid().ToString()));
        context.Run.Then(new DeliverCancel(context.Run.Key, initiated.EventId));
    }

    private static void RequireRoom(int pending, int limit, WorkflowTaskFailedCause cause, string what) => CommandRefusal.Require(
        pending < limit, cause, $"the number of pending {what}, {limit}, has reached the per-workflow limit of {limit}");

    private static void RequireValid(SignalExternalWorkflowExecutionCommandAttributes? a)
    {
        const WorkflowTaskFailedCause Cause = BadSignalWorkflowExecutionAttributes;
        const string Kind = "SignalExternalWorkflowExecutionCommand";
        CommandRefusal.Require(a is not null, Cause, $"{Kind}Attributes is not set on {Kind}.");
        CommandRefusal.Require(a!.Execution is not null, Cause, $"Execution is not set on {Kind}.");
        var (id, run) = (a.Execution!.WorkflowId, a.Execution.RunId);
        CommandRefusal.Require(id.Length > 0, Cause, $"WorkflowId is not set on {Kind}. Namespace={a.Namespace} RunId={run} SignalName={a.SignalName}");
        CommandRefusal.Require(
            id.Length <= EngineLimits.IdLength,
            Cause,
            $"WorkflowId on {Kind} exceeds length limit. WorkflowId={id} Length={id.Length} Limit={EngineLimits.IdLength} Namespace={a.Namespace} RunId={run} SignalName={a.SignalName}");
        CommandRefusal.Require(
            IsRunId(run), Cause, $"Invalid RunId set on {Kind}. WorkflowId={id} Namespace={a.Namespace} RunId={run} SignalName={a.SignalName}");
        CommandRefusal.Require(a.SignalName.Length > 0, Cause, $"SignalName is not set on {Kind}. WorkflowId={id} Namespace={a.Namespace} RunId={run}");
    }

    private static void RequireValid(RequestCancelExternalWorkflowExecutionCommandAttributes? a)
    {
        const WorkflowTaskFailedCause Cause = BadRequestCancelExternalWorkflowExecutionAttributes;
        const string Kind = "RequestCancelExternalWorkflowExecutionCommand";
        CommandRefusal.Require(a is not null, Cause, $"{Kind}Attributes is not set on {Kind}.");
        CommandRefusal.Require(a!.WorkflowId.Length > 0, Cause, $"WorkflowId is not set on {Kind}. Namespace={a.Namespace} RunId={a.RunId}");
        CommandRefusal.Require(
            a.WorkflowId.Length <= EngineLimits.IdLength,
            Cause,
            $"WorkflowId on {Kind} exceeds length limit. WorkflowId={a.WorkflowId} Length={a.WorkflowId.Length} Limit={EngineLimits.IdLength} RunId={a.RunId} Namespace={a.Namespace}");
        CommandRefusal.Require(
            IsRunId(a.RunId), Cause, $"Invalid RunId set on {Kind}. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace}");
    }

    private static bool IsRunId(string runId) => runId.Length == 0 || Guid.TryParse(runId, out _);
}
