using Gauntlet.Temporal.Grpc;
using Gauntlet.Temporal.Server.Engine.Wire;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.WorkflowTaskFailedCause;

namespace Gauntlet.Temporal.Server.Engine.Commands;

/// <summary>Commands that write something into history or onto the run, and nothing else.</summary>
internal static class RecordCommands
{
    public static void Marker(CommandContext context, Command command)
    {
        var attributes = command.RecordMarkerCommandAttributes;
        CommandRefusal.Require(
            attributes is not null, BadRecordMarkerAttributes, "RecordMarkerCommandAttributes is not set on RecordMarkerCommand.");
        CommandRefusal.Require(attributes!.MarkerName.Length > 0, BadRecordMarkerAttributes, "MarkerName is not set on RecordMarkerCommand.");
        CommandRefusal.Require(
            attributes.MarkerName.Length <= EngineLimits.IdLength, BadRecordMarkerAttributes, "MarkerName on RecordMarkerCommand exceeds length limit.");
        CommandSizes.Require(attributes.Details.Sum(detail => detail.Value.CalculateSize()), "RecordMarkerCommandAttributes.Details exceeds size limit.");
        context.Run.Write(
            EventType.MarkerRecorded,
            e =>
            {
                e.MarkerRecordedEventAttributes = new()
                {
                    MarkerName = attributes.MarkerName,
                    WorkflowTaskCompletedEventId = context.CompletedEventId,
                    Header = attributes.Header,
                    Failure = attributes.Failure,
                };
                e.MarkerRecordedEventAttributes.Details.Add(attributes.Details);
            });
    }

    public static void UpsertSearchAttributes(CommandContext context, Command command)
    {
        var upserted = command.UpsertWorkflowSearchAttributesCommandAttributes;
        CommandRefusal.Require(
            upserted is not null,
            BadSearchAttributes,
            "UpsertWorkflowSearchAttributesCommandAttributes is not set on UpsertWorkflowSearchAttributesCommand.");
        CommandRefusal.Require(
            upserted!.SearchAttributes is { IndexedFields.Count: > 0 },
            BadSearchAttributes,
            "IndexedFields is not set on UpsertWorkflowSearchAttributesCommand.");
        RequireValid(context, upserted.SearchAttributes);
        var typed = SearchAttributeTypes.Complete(context.SearchAttributes, context.Run.Key.Namespace, upserted.SearchAttributes)!;
        context.Run.Write(EventType.UpsertWorkflowSearchAttributes, e => e.UpsertWorkflowSearchAttributesEventAttributes = new()
        {
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            SearchAttributes = typed,
        });
        var merged = context.State.SearchAttributes?.Clone() ?? new SearchAttributes();
        NullPayload.Merge(merged.IndexedFields, typed.IndexedFields);
        context.State.SearchAttributes = merged;
    }

    public static void ModifyProperties(CommandContext context, Command command)
    {
        var modified = command.ModifyWorkflowPropertiesCommandAttributes;
        CommandRefusal.Require(
            modified is not null,
            BadModifyWorkflowPropertiesAttributes,
            "ModifyWorkflowPropertiesCommandAttributes is not set on ModifyWorkflowPropertiesCommand.");
        CommandRefusal.Require(
            modified!.UpsertedMemo is { Fields.Count: > 0 },
            BadModifyWorkflowPropertiesAttributes,
            "UpsertedMemo.Fields is not set on ModifyWorkflowPropertiesCommand.");
        CommandSizes.Require(modified.UpsertedMemo.CalculateSize(), "ModifyWorkflowPropertiesCommandAttributes.UpsertedMemo exceeds size limit.");
        context.Run.Write(EventType.WorkflowPropertiesModified, e => e.WorkflowPropertiesModifiedEventAttributes = new()
        {
            WorkflowTaskCompletedEventId = context.CompletedEventId,
            UpsertedMemo = modified.UpsertedMemo,
        });
        var merged = context.State.Memo?.Clone() ?? new Memo();
        NullPayload.Merge(merged.Fields, modified.UpsertedMemo.Fields);
        context.State.Memo = merged;
    }

    /// <summary>Refuses search attributes that the catalog refuses, with the cause that workers expect.</summary>
    public static void RequireValid(CommandContext context, SearchAttributes? attributes)
    {
        try
        {
            context.SearchAttributes.Validate(context.Run.Key.Namespace, attributes);
        }
        catch (GrpcException error) when (error.Code == GrpcStatusCode.InvalidArgument)
        {
            throw new CommandRefusal(BadSearchAttributes, error.Detail);
        }
    }
}
