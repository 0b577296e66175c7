using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Temporalio.Common;

/// <summary>Everything that happened to a workflow run.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="Events">Events in order.</param>
public record WorkflowHistory(string Id, IReadOnlyCollection<HistoryEvent> Events)
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>
    /// Reads a history from JSON, as <see cref="ToJson()"/>, the command line or the Web UI write it; both spellings of
    /// enum values are understood, unknown fields are left out.
    /// </summary>
    /// <param name="workflowId">Workflow id, which the JSON does not hold.</param>
    /// <param name="json">Text to read.</param>
    /// <returns>The history.</returns>
    public static WorkflowHistory FromJson(string workflowId, string json)
    {
        var node = JsonNode.Parse(json) ?? throw new ArgumentException("The history is null", nameof(json));
        ProtoJsonEnums.Canonicalise(node, History.Descriptor);
        return new(workflowId, Parser.Parse<History>(node.ToJsonString()).Events);
    }

    /// <summary>Writes the history as protobuf's JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonFormatter.Default.Format(ToProto());

    /// <summary>Writes the history as protobuf's JSON.</summary>
    /// <param name="writer">Where to write it.</param>
    public void ToJson(TextWriter writer) => JsonFormatter.Default.Format(ToProto(), writer);

    private History ToProto() => new() { Events = { Events } };
}
