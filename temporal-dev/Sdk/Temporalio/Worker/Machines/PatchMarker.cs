using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>How a patch is written into history: a marker "core_patch" with the JSON {id, deprecated} under "patch-data".</summary>
internal static class PatchMarker
{
    private const string MarkerName = "core_patch";
    private const string DataKey = "patch-data";

    /// <summary>The command that writes the marker.</summary>
    public static Command Write(string patchId, bool deprecated)
    {
        var json = $$"""{"id":{{JsonSerializer.Serialize(patchId)}},"deprecated":{{(deprecated ? "true" : "false")}}}""";
        var data = new Payload { Data = ByteString.CopyFromUtf8(json) };
        data.Metadata.Add("encoding", ByteString.CopyFromUtf8("json/plain"));
        return new()
        {
            CommandType = CommandType.RecordMarker,
            RecordMarkerCommandAttributes = new()
            {
                MarkerName = MarkerName,
                Details = { { DataKey, new Payloads { Payloads_ = { data } } } },
            },
        };
    }

    /// <summary>Reads the marker.</summary>
    /// <returns>Whether the event is the marker of a patch.</returns>
    public static bool TryRead(HistoryEvent e, out string patchId, out bool deprecated)
    {
        patchId = string.Empty;
        deprecated = false;
        if (e.EventType != EventType.MarkerRecorded ||
            e.MarkerRecordedEventAttributes.MarkerName != MarkerName ||
            !e.MarkerRecordedEventAttributes.Details.TryGetValue(DataKey, out var details) ||
            details.Payloads_.Count == 0)
        {
            return false;
        }

        using var json = JsonDocument.Parse(details.Payloads_[0].Data.Memory);
        patchId = json.RootElement.GetProperty("id").GetString()!;
        deprecated = json.RootElement.TryGetProperty("deprecated", out var d) && d.ValueKind == JsonValueKind.True;
        return true;
    }
}
