using Gauntlet.Temporal.Server.Engine.Nexus;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Schedule and cancel of Nexus operations.</summary>
internal static class NexusCommands
{
    private const string Kind = "ScheduleNexusOperationCommandAttributes";

    // What the server itself puts into the header of a call.
    private static readonly string[] OwnHeaders = ["request-timeout", "xdc-redirection", "xdc-redirection-api"];

    public static void Schedule(CommandContext context, Command command)
    {
        var attributes = command.ScheduleNexusOperationCommandAttributes;
        Require(attributes is not null, $"empty {Kind}");
        var endpoint = context.Nexus.ByName(attributes!.Endpoint);
        Require(endpoint is not null, $"endpoint \"{attributes.Endpoint}\" not found");
        RequireValid(attributes);
        CommandRefusal.Require(
            context.State.NexusOperations.Count < NexusLimits.PendingOperations,
            PendingNexusOperationsLimitExceeded,
            $"workflow has reached the pending nexus operation limit of {NexusLimits.PendingOperations} for this namespace");
        var scheduled = context.Run.Write(
            EventType.NexusOperationScheduled,
            e =>
            {
                e.NexusOperationScheduledEventAttributes = new()
                {
                    Endpoint = attributes.Endpoint,
                    EndpointId = endpoint!.Id,
                    Service = attributes.Service,
                    Operation = attributes.Operation,
                    Input = attributes.Input,
                    ScheduleToCloseTimeout = Limit(attributes.ScheduleToCloseTimeout, context.State.Start.WorkflowRunTimeout),
                    WorkflowTaskCompletedEventId = context.CompletedEventId,
                    RequestId = Guid.NewGuid().ToString(),
                };
                e.NexusOperationScheduledEventAttributes.NexusHeader.Add(attributes.NexusHeader);
            });
        OperationAttempts.Schedule(context.Run, scheduled);
    }

    public static void Cancel(CommandContext context, Command command)
    {
        var attributes = command.RequestCancelNexusOperationCommandAttributes;
        RequireForCancel(attributes is not null, "empty CancelNexusOperationCommandAttributes");
        var id = attributes!.ScheduledEventId;
        RequireForCancel(
            context.State.NexusOperations.TryGetValue(id, out var operation) || OperationEnds.IsBuffered(context.State, id),
            $"requested cancelation for a non-existing or already completed operation with scheduled event ID of {id}");
        RequireForCancel(operation?.Cancellation is null, $"cancelation was already requested for an operation with scheduled event ID {id}");

        // It may have ended while the workflow decided: then the request is only recorded.
        var requested = context.Run.Write(
            EventType.NexusOperationCancelRequested,
            e => e.NexusOperationCancelRequestedEventAttributes = new() { ScheduledEventId = id, WorkflowTaskCompletedEventId = context.CompletedEventId });
        if (operation is not null) CancellationAttempts.Request(context.Run, operation, requested.EventId);
    }

    private static void RequireValid(ScheduleNexusOperationCommandAttributes attributes)
    {
        Require(attributes.Service.Length <= NexusLimits.NameLength, $"{Kind}.Service exceeds length limit of {NexusLimits.NameLength}");
        Require(attributes.Operation.Length <= NexusLimits.NameLength, $"{Kind}.Operation exceeds length limit of {NexusLimits.NameLength}");
        Require(!attributes.ScheduleToCloseTimeout.IsNegative(), $"{Kind}.ScheduleToCloseTimeout is invalid: negative duration");
        if ((attributes.Input?.CalculateSize() ?? 0) > EngineLimits.BlobBytes)
            throw new CommandRefusal(BadScheduleNexusOperationAttributes, $"{Kind}.Input exceeds size limit") { TerminatesRun = true };
        Require(attributes.NexusHeader.Sum(static pair => pair.Key.Length + pair.Value.Length) <= NexusLimits.HeaderBytes, $"{Kind}.NexusHeader exceeds size limit");
        foreach (var name in attributes.NexusHeader.Keys.Order(StringComparer.Ordinal))
            Require(!OwnHeaders.Contains(name, StringComparer.Ordinal), $"{Kind}.NexusHeader contains a disallowed header key: \"{name}\"");
    }

    // No operation lasts longer than its run may.
    private static Duration? Limit(Duration? asked, Duration? run) =>
        run.OrZero() is var longest && longest > TimeSpan.Zero && (asked.OrZero() == TimeSpan.Zero || asked.OrZero() > longest) ? run : asked;

    private static void Require(bool condition, string text) => CommandRefusal.Require(condition, BadScheduleNexusOperationAttributes, text);

    private static void RequireForCancel(bool condition, string text) => CommandRefusal.Require(condition, BadRequestCancelNexusOperationAttributes, text);
}
