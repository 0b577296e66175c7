using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Host;
using Gauntlet.Temporal.Server.Engine.Outbox;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Start of child workflows.</summary>
internal static class ChildCommands
{
    private const string Kind = "StartChildWorkflowExecutionCommand";

    public static void Start(CommandContext context, Command command)
    {
        var attributes = command.StartChildWorkflowExecutionCommandAttributes
            ?? throw Refusal.Unexpected();
        var @namespace = attributes.Namespace.Length > 0 ? attributes.Namespace : context.Run.Key.Namespace;
        var namespaceId = context.NamespaceId(@namespace);
        var queue = attributes.TaskQueue is { Name.Length: > 0 } given ? QueueNames.Normal(given.Name) : QueueNames.Normal(context.State.TaskQueue);
        RequireValid(attributes, @namespace, queue.Name);
        RecordCommands.RequireValid(context, attributes.SearchAttributes);
        CommandRefusal.Require(
            context.State.Children.Count < EngineLimits.PendingChildren,
            PendingChildWorkflowsLimitExceeded,
            $"the number of pending child workflow executions, {EngineLimits.PendingChildren}, has reached the per-workflow limit of {EngineLimits.PendingChildren}");
        CommandSizes.Require(attributes.Input?.CalculateSize() ?? 0, "StartChildWorkflowExecutionCommandAttributes.Input exceeds size limit.");

        var execution = attributes.WorkflowExecutionTimeout.OrZero();
        var run = RunTimeLimits.Run(attributes.WorkflowRunTimeout.OrZero(), execution);
        var initiated = context.Run.Write(
            EventType.StartChildWorkflowExecutionInitiated,
            e => e.StartChildWorkflowExecutionInitiatedEventAttributes = new()
            {
                Namespace = @namespace,
                NamespaceId = namespaceId,
                WorkflowId = attributes.WorkflowId,
                WorkflowType = attributes.WorkflowType,
                TaskQueue = queue,
                Input = attributes.Input,
                WorkflowExecutionTimeout = execution.ToProtoOrNull(),
                WorkflowRunTimeout = run.ToProto(),
                WorkflowTaskTimeout = RunTimeLimits.Task(attributes.WorkflowTaskTimeout.OrZero(), run).ToProto(),
                ParentClosePolicy = attributes.ParentClosePolicy == ParentClosePolicy.Unspecified ? ParentClosePolicy.Terminate : attributes.ParentClosePolicy,
                Control = attributes.Control,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                WorkflowIdReusePolicy = attributes.WorkflowIdReusePolicy == WorkflowIdReusePolicy.Unspecified
                    ? WorkflowIdReusePolicy.AllowDuplicate
                    : attributes.WorkflowIdReusePolicy,
                RetryPolicy = attributes.RetryPolicy is { } policy ? RetryPolicies.Complete(policy) : null,
                CronSchedule = attributes.CronSchedule,
                Header = attributes.Header,
                Memo = attributes.Memo,
                SearchAttributes = SearchAttributeTypes.Complete(context.SearchAttributes, @namespace, attributes.SearchAttributes),
                Priority = Priorities.Merge(context.State.Start.Priority, attributes.Priority),
                InheritBuildId = attributes.InheritBuildId,
            });
        context.State.Put(new PendingChild
        {
            InitiatedEventId = initiated.EventId,
            Initiated = initiated.StartChildWorkflowExecutionInitiatedEventAttributes,
            Metadata = command.UserMetadata,
            RequestId = PendingChild.RequestOf(context.Run.Key.RunId, initiated.EventId),
        });
        context.Run.Then(new StartChild(context.Run.Key, initiated.EventId));
    }

    private static void RequireValid(StartChildWorkflowExecutionCommandAttributes a, string @namespace, string queue)
    {
        var type = a.WorkflowType?.Name ?? string.Empty;
        var name = $"WorkflowId={a.WorkflowId} WorkflowType={type} Namespace={@namespace}";
        Require(a.WorkflowId.Length > 0, $"Required field WorkflowId is not set on {Kind}. WorkflowType={type} Namespace={@namespace}");
        Require(type.Length > 0, $"Required field WorkflowType is not set on {Kind}. WorkflowId={a.WorkflowId} Namespace={@namespace}");
        Require(
            a.WorkflowId.Length <= EngineLimits.IdLength,
            $"WorkflowId on {Kind} exceeds length limit. WorkflowId={a.WorkflowId} Length={a.WorkflowId.Length} Limit={EngineLimits.IdLength} WorkflowType={type} Namespace={@namespace}");
        Require(
            type.Length <= EngineLimits.IdLength,
            $"WorkflowType on {Kind} exceeds length limit. WorkflowId={a.WorkflowId} WorkflowType={type} Length={type.Length} Limit={EngineLimits.IdLength} Namespace={@namespace}");
        RequireNotNegative(a.WorkflowExecutionTimeout, "WorkflowExecutionTimeout", name);
        RequireNotNegative(a.WorkflowRunTimeout, "WorkflowRunTimeout", name);
        RequireNotNegative(a.WorkflowTaskTimeout, "WorkflowTaskTimeout", name);
        if (RetryPolicies.Fault(a.RetryPolicy) is { } fault)
        {
            throw Refusals.Invalid($"invalid WorkflowRetryPolicy on {Kind}: {fault}. {name}");
        }

        if (a.CronSchedule.Length > 0 && CronSchedule.Parse(a.CronSchedule) is null)
        {
            throw Refusals.Invalid($"invalid CronSchedule on {Kind}: invalid CronSchedule.. {name}");
        }

        if (QueueNames.Fault(QueueNames.Normal(queue)) is { } queueFault)
        {
            throw Refusals.Invalid(
                $"invalid TaskQueue on {Kind}: {queueFault}. {name} TaskQueue=name:\"{queue}\" kind:TASK_QUEUE_KIND_NORMAL");
        }
    }

    private static void RequireNotNegative(Duration? timeout, string field, string name) =>
        Require(!timeout.IsNegative(), $"Invalid {field} on {Kind}: negative duration. {name}");

    private static void Require(bool condition, string text) => CommandRefusal.Require(condition, BadStartChildExecutionAttributes, text);
}
