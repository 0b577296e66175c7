using Gauntlet.Temporal.Server.Engine.State;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>What the worker says to an update: accepted, rejected, or its outcome.</summary>
internal static class UpdateReplies
{
    private static readonly Outcome Unprocessed = new()
    {
        Failure = new()
        {
            Message = "Workflow Update is rejected because it wasn't processed by worker. Probably, Workflow Update is not supported by the worker.",
            Source = "Server",
            ApplicationFailureInfo = new() { Type = "UnprocessedUpdate", NonRetryable = true },
        },
    };

    public static void Apply(CommandContext context, Message message)
    {
        var body = message.Body ?? throw Refusals.Invalid("nil message body");
        if (body.TryUnpack<Acceptance>(out var acceptance))
        {
            Accept(context, message.ProtocolInstanceId, acceptance);
        }
        else if (body.TryUnpack<Response>(out var response))
        {
            Complete(context, message.ProtocolInstanceId, response);
        }
        else if (body.TryUnpack<Rejection>(out var rejection))
        {
            Reject(context, message.ProtocolInstanceId, rejection);
        }
        else
        {
            throw new CommandRefusal(BadUpdateWorkflowExecutionMessage, $"unsupported protocol type {Family(body)}");
        }
    }

    /// <summary>Whether a message can only take an update away.</summary>
    public static bool IsRejection(Message message) => message.Body?.Is(Rejection.Descriptor) == true;

    /// <summary>Updates that travelled with the task and were not answered will not be: their worker does not know of updates.</summary>
    public static void RejectUnprocessed(CommandContext context)
    {
        foreach (var update in context.State.Updates.Values.Where(update => update.Stage == UpdateStage.Sent && !update.AdmittedByEvent).ToList())
        {
            Remove(context, update.Id, Unprocessed);
        }
    }

    private static void Accept(CommandContext context, string id, Acceptance acceptance)
    {
        var update = context.State.Updates.GetValueOrDefault(id) ?? Revived(id, acceptance);
        Require(update, UpdateStage.Sent, context, nameof(Acceptance));
        var accepted = context.Run.Write(EventType.WorkflowExecutionUpdateAccepted, e => e.WorkflowExecutionUpdateAcceptedEventAttributes = new()
        {
            ProtocolInstanceId = id,
            AcceptedRequestMessageId = $"{id}/request",
            AcceptedRequestSequencingEventId = acceptance.AcceptedRequestSequencingEventId,
            AcceptedRequest = update!.AdmittedByEvent ? null : update.Request,
        });
        context.State.Put(update! with { Stage = UpdateStage.Accepted, AcceptedEventId = accepted.EventId });
        context.Run.Afterwards(() => context.Run.Live.Updates.Accept(id));
    }

    private static void Complete(CommandContext context, string id, Response response)
    {
        var update = context.State.Updates.GetValueOrDefault(id);
        Require(update, UpdateStage.Accepted, context, nameof(Response));
        context.Run.Write(EventType.WorkflowExecutionUpdateCompleted, e => e.WorkflowExecutionUpdateCompletedEventAttributes = new()
        {
            Meta = response.Meta,
            AcceptedEventId = update!.AcceptedEventId,
            Outcome = response.Outcome,
        });
        context.State.Put(update! with { Stage = UpdateStage.Completed, Outcome = response.Outcome });
        context.Run.Afterwards(() => context.Run.Live.Updates.Complete(id, response.Outcome));
    }

    private static void Reject(CommandContext context, string id, Rejection rejection)
    {
        var update = context.State.Updates.GetValueOrDefault(id);
        Require(update, UpdateStage.Sent, context, nameof(Rejection));
        Remove(context, id, new() { Failure = rejection.Failure });
    }

    private static void Remove(CommandContext context, string id, Outcome outcome)
    {
        context.State.RemoveUpdate(id);
        context.State.UpdateCount--;
        context.Run.Afterwards(() => context.Run.Live.Updates.Complete(id, outcome));
    }

    // An update that this server lost sight of comes back through its acceptance, which repeats the request.
    private static UpdateEntry? Revived(string id, Acceptance acceptance) => acceptance.AcceptedRequest is { } request
        ? new() { Id = id, Stage = UpdateStage.Sent, Order = 0, Request = request }
        : null;

    private static void Require(UpdateEntry? update, UpdateStage stage, CommandContext context, string kind)
    {
        CommandRefusal.Require(update is not null, BadUpdateWorkflowExecutionMessage, $"received *update.{kind} message for unknown update");
        CommandRefusal.Require(
            update!.Stage == stage,
            BadUpdateWorkflowExecutionMessage,
            $"invalid state transition attempted for Update {update.Id}: received *update.{kind} message while in state {Name(update, context)}");
    }

    // A stage reached in this very completion is provisional until it is committed.
    private static string Name(UpdateEntry update, CommandContext context)
    {
        var before = context.Run.Before?.Updates.GetValueOrDefault(update.Id);
        return before?.Stage == update.Stage || update.Stage < UpdateStage.Accepted ? update.Stage.ToString() : $"Provisionally{update.Stage}";
    }

    private static string Family(Any body)
    {
        var name = Any.GetTypeName(body.TypeUrl);
        return name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : name;
    }
}
