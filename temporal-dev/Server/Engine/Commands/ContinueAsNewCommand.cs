using Gauntlet.Temporal.Server.Engine.Closing;
using Gauntlet.Temporal.Server.Engine.Retries;
using Gauntlet.Temporal.Server.Engine.Starting;
using Gauntlet.Temporal.Server.Engine.Versions;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Ends the run and begins the next of its chain with a fresh history.</summary>
internal static class ContinueAsNewCommand
{
    private const string Kind = "ContinueAsNewWorkflowExecutionCommand";

    public static void Apply(CommandContext context, Command command)
    {
        CloseCommands.RequireNothingUnseen(context);
        var attributes = command.ContinueAsNewWorkflowExecutionCommandAttributes;
        Require(attributes is not null, $"{Kind}Attributes is not set on {Kind}.");
        var start = context.State.Start;
        var type = attributes!.WorkflowType is { Name.Length: > 0 } named ? named : start.WorkflowType;
        var queue = QueueNames.Normal(attributes.TaskQueue is { Name.Length: > 0 } given ? given.Name : start.TaskQueue.Name);
        RequireValid(attributes, type.Name, queue.Name);
        RecordCommands.RequireValid(context, attributes.SearchAttributes);
        CommandSizes.Require(attributes.Input?.CalculateSize() ?? 0, "ContinueAsNewWorkflowExecutionCommandAttributes. Input exceeds size limit.");

        var next = Next(context, attributes, type, queue);
        RunClosing.Close(
            context.Run,
            WorkflowExecutionStatus.ContinuedAsNew,
            EventType.WorkflowExecutionContinuedAsNew,
            e => e.WorkflowExecutionContinuedAsNewEventAttributes = new()
            {
                NewExecutionRunId = next.OriginalExecutionRunId,
                WorkflowType = type,
                TaskQueue = queue,
                Input = attributes.Input,
                WorkflowRunTimeout = next.WorkflowRunTimeout,
                WorkflowTaskTimeout = next.WorkflowTaskTimeout,
                WorkflowTaskCompletedEventId = context.CompletedEventId,
                BackoffStartInterval = attributes.BackoffStartInterval,
                Initiator = attributes.Initiator,
                LastCompletionResult = attributes.LastCompletionResult,
                Header = attributes.Header,
                Memo = attributes.Memo,
                SearchAttributes = next.SearchAttributes,
                InheritBuildId = attributes.InheritBuildId,
            },
            next.OriginalExecutionRunId);
        RunBirth.Begin(context.Scope, NextRuns.Plan(context.Run, next));
    }

    private static WorkflowExecutionStartedEventAttributes Next(
        CommandContext context, ContinueAsNewWorkflowExecutionCommandAttributes asked, WorkflowType type, Temporalio.Api.TaskQueue.V1.TaskQueue queue)
    {
        var start = context.State.Start;
        var run = asked.WorkflowRunTimeout.OrZero() is var r && r > TimeSpan.Zero ? r : start.WorkflowRunTimeout.OrZero();
        var task = asked.WorkflowTaskTimeout.OrZero() is var t && t > TimeSpan.Zero ? t : start.WorkflowTaskTimeout.OrZero();
        run = RunTimeLimits.Run(run, start.WorkflowExecutionTimeout.OrZero());
        return new()
        {
            WorkflowType = type,
            WorkflowId = context.Run.Key.WorkflowId,
            TaskQueue = queue,
            Input = asked.Input,
            Header = asked.Header,
            Memo = asked.Memo,
            SearchAttributes = SearchAttributeTypes.Complete(context.SearchAttributes, context.Run.Key.Namespace, asked.SearchAttributes),
            WorkflowExecutionTimeout = start.WorkflowExecutionTimeout,
            WorkflowExecutionExpirationTime = start.WorkflowExecutionExpirationTime,
            WorkflowRunTimeout = run.ToProto(),
            WorkflowTaskTimeout = RunTimeLimits.Task(task, run).ToProto(),
            ContinuedExecutionRunId = context.Run.Key.RunId,
            FirstExecutionRunId = start.FirstExecutionRunId,
            OriginalExecutionRunId = Guid.NewGuid().ToString(),
            Initiator = asked.Initiator == ContinueAsNewInitiator.Unspecified ? ContinueAsNewInitiator.Workflow : asked.Initiator,
            ContinuedFailure = asked.Failure,
            LastCompletionResult = asked.LastCompletionResult,
            RetryPolicy = asked.RetryPolicy is { } policy ? RetryPolicies.Complete(policy) : null,
            CronSchedule = asked.CronSchedule,
            Attempt = 1,
            FirstWorkflowTaskBackoff = Backoff(context, asked).ToProtoOrNull(),
            PrevAutoResetPoints = NextRuns.InheritedResetPoints(context.Run),
            ParentWorkflowExecution = start.ParentWorkflowExecution,
            ParentWorkflowNamespace = start.ParentWorkflowNamespace,
            ParentWorkflowNamespaceId = start.ParentWorkflowNamespaceId,
            ParentInitiatedEventId = start.ParentInitiatedEventId,
            RootWorkflowExecution = start.RootWorkflowExecution,
            Priority = start.Priority,
            InheritedPinnedVersion = VersionRoutes.Inherited(context.State, queue.Name, context.Queues)?.ToProto(),
        };
    }

    // A run lives a second at least: a loop of short runs would otherwise keep the server busy with nothing else.
    private static TimeSpan Backoff(CommandContext context, ContinueAsNewWorkflowExecutionCommandAttributes asked)
    {
        if (asked.BackoffStartInterval.OrZero() is var given && given > TimeSpan.Zero)
        {
            return given;
        }

        var left = EngineLimits.ContinueAsNewInterval - (context.Run.Now - context.State.StartTime);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static void RequireValid(ContinueAsNewWorkflowExecutionCommandAttributes a, string type, string queue)
    {
        var name = $"WorkflowType={type} TaskQueue=name:\"{queue}\" kind:TASK_QUEUE_KIND_NORMAL";
        Require(
            type.Length <= EngineLimits.IdLength,
            $"WorkflowType on {Kind} exceeds length limit. WorkflowType={type} Length={type.Length} Limit={EngineLimits.IdLength}");
        if (QueueNames.Fault(QueueNames.Normal(queue)) is { } queueFault)
        {
            throw Refusals.Invalid($"error validating {Kind} TaskQueue: {queueFault}. {name}");
        }

        RequireNotNegative(a.WorkflowRunTimeout, "WorkflowRunTimeout", name);
        RequireNotNegative(a.WorkflowTaskTimeout, "WorkflowTaskTimeout", name);
        RequireNotNegative(a.BackoffStartInterval, "BackoffStartInterval", name);
        if (RetryPolicies.Fault(a.RetryPolicy) is { } fault)
        {
            throw Refusals.Invalid($"invalid WorkflowRetryPolicy on {Kind}: {fault}. {name}");
        }
    }

    private static void RequireNotNegative(Duration? timeout, string field, string name) =>
        Require(!timeout.IsNegative(), $"Invalid {field} on {Kind}: negative duration. {name}");

    private static void Require(bool condition, string text) => CommandRefusal.Require(condition, BadContinueAsNewAttributes, text);
}
