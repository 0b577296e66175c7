using System.Collections.Frozen;

namespace Temporalio.Client;

/// <summary>Which fields of requests the server measures, by their full names. Headers, search attributes of a start, summaries, inputs of
/// updates and what is packed in schedules are under other limits or none.</summary>
/// <remarks>The same fields as Core's <c>payload_limits</c> (sdk-rust, 2026).</remarks>
internal static class PayloadRules
{
    private const string Api = "temporal.api.";
    private const string Commands = Api + "command.v1.";
    private const string Service = Api + "workflowservice.v1.";

    private static readonly string[] Refused =
    [
        Commands + "CompleteWorkflowExecutionCommandAttributes.result",
        Commands + "ContinueAsNewWorkflowExecutionCommandAttributes.input",
        Commands + "FailWorkflowExecutionCommandAttributes.failure",
        Commands + "ModifyWorkflowPropertiesCommandAttributes.upserted_memo",
        Commands + "RecordMarkerCommandAttributes.details",
        Commands + "ScheduleActivityTaskCommandAttributes.input",
        Commands + "SignalExternalWorkflowExecutionCommandAttributes.input",
        Commands + "StartChildWorkflowExecutionCommandAttributes.input",
        Commands + "UpsertWorkflowSearchAttributesCommandAttributes.search_attributes",
        Api + "protocol.v1.Message.body",
        Api + "query.v1.WorkflowQuery.query_args",
        Api + "workflow.v1.NewWorkflowExecutionInfo.input",
        Service + "RecordActivityTaskHeartbeatByIdRequest.details",
        Service + "RecordActivityTaskHeartbeatRequest.details",
        Service + "RespondActivityTaskCanceledByIdRequest.details",
        Service + "RespondActivityTaskCanceledRequest.details",
        Service + "RespondActivityTaskCompletedByIdRequest.result",
        Service + "RespondActivityTaskCompletedRequest.result",
        Service + "SignalWithStartWorkflowExecutionRequest.input",
        Service + "SignalWithStartWorkflowExecutionRequest.signal_input",
        Service + "SignalWorkflowExecutionRequest.input",
        Service + "StartActivityExecutionRequest.input",
        Service + "StartWorkflowExecutionRequest.input",
    ];

    private static readonly string[] Memos =
    [
        Commands + "ContinueAsNewWorkflowExecutionCommandAttributes.memo",
        Commands + "StartChildWorkflowExecutionCommandAttributes.memo",
        Api + "workflow.v1.NewWorkflowExecutionInfo.memo",
        Service + "SignalWithStartWorkflowExecutionRequest.memo",
        Service + "StartWorkflowExecutionRequest.memo",
    ];

    // A failure says why something went wrong, and a query harms nobody: neither may be lost to its size.
    private static readonly string[] Warned =
    [
        Api + "query.v1.WorkflowQueryResult.answer",
        Service + "RespondActivityTaskFailedByIdRequest.failure",
        Service + "RespondActivityTaskFailedByIdRequest.last_heartbeat_details",
        Service + "RespondActivityTaskFailedRequest.failure",
        Service + "RespondActivityTaskFailedRequest.last_heartbeat_details",
        Service + "RespondQueryTaskCompletedRequest.query_result",
        Service + "RespondWorkflowTaskFailedRequest.failure",
    ];

    private static readonly FrozenDictionary<string, PayloadRule> ByField =
        Refused.Select(field => (field, new PayloadRule(PayloadKind.Payloads, IsRefused: true)))
            .Concat(Memos.Select(field => (field, new PayloadRule(PayloadKind.Memo, IsRefused: true))))
            .Concat(Warned.Select(field => (field, new PayloadRule(PayloadKind.Payloads, IsRefused: false))))
            .ToFrozenDictionary(pair => pair.field, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Names of all fields with a rule.</summary>
    public static IEnumerable<string> Fields => ByField.Keys;

    /// <summary>The rule of a field; null if it has none.</summary>
    public static PayloadRule? Of(string field) => ByField.TryGetValue(field, out var rule) ? rule : null;
}
