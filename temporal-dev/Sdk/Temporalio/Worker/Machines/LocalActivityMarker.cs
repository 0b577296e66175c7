using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Machines;

/// <summary>How a local activity is written into history: a marker "core_local_activity" with "data" (JSON) and "result".</summary>
internal static class LocalActivityMarker
{
    /// <summary>Where the result is.</summary>
    public const string ResultKey = "result";

    private const string MarkerName = "core_local_activity";
    private const string DataKey = "data";

    /// <summary>Whether the event is such a marker.</summary>
    public static bool Is(HistoryEvent e) =>
        e.EventType == EventType.MarkerRecorded && e.MarkerRecordedEventAttributes.MarkerName == MarkerName;

    /// <summary>The command that writes the marker.</summary>
    public static Command Write(LocalActivityResult result, UserMetadata? metadata)
    {
        var json = new JsonObject
        {
            ["seq"] = result.Sequence,
            ["attempt"] = result.Attempt,
            ["activity_id"] = result.ActivityId,
            ["activity_type"] = result.ActivityType,
            ["complete_time"] = Stamp(result.CompleteTime),
            ["backoff"] = result.Backoff is { } backoff ? Span(backoff) : null,
            ["original_schedule_time"] = Stamp(result.OriginalScheduleTime),
        };
        var data = new Payload { Data = ByteString.CopyFromUtf8(json.ToJsonString()) };
        data.Metadata.Add("encoding", ByteString.CopyFromUtf8("json/plain"));
        var marker = new RecordMarkerCommandAttributes { MarkerName = MarkerName, Failure = result.Failure };
        marker.Details.Add(DataKey, new Payloads { Payloads_ = { data } });
        if (result.Result != null)
        {
            marker.Details.Add(ResultKey, new Payloads { Payloads_ = { result.Result } });
        }

        return new() { CommandType = CommandType.RecordMarker, RecordMarkerCommandAttributes = marker, UserMetadata = metadata };
    }

    /// <summary>Whose marker it is: id and type of the local activity; null for a marker of something else.</summary>
    public static (string Id, string Type)? ActivityOf(string markerName, IDictionary<string, Payloads> details)
    {
        if (markerName != MarkerName || !details.TryGetValue(DataKey, out var data) || data.Payloads_.Count == 0)
        {
            return null;
        }

        using var json = JsonDocument.Parse(data.Payloads_[0].Data.Memory);
        return (Text(json.RootElement, "activity_id"), Text(json.RootElement, "activity_type"));
    }

    /// <summary>Reads the marker.</summary>
    /// <exception cref="Exceptions.WorkflowNondeterminismException">It has no data.</exception>
    public static LocalActivityResult Read(HistoryEvent e)
    {
        var marker = e.MarkerRecordedEventAttributes;
        if (!marker.Details.TryGetValue(DataKey, out var data) || data.Payloads_.Count == 0)
        {
            throw Nondeterminism.Error($"Local activity marker without data: {Nondeterminism.Describe(e)}");
        }

        using var json = JsonDocument.Parse(data.Payloads_[0].Data.Memory);
        var root = json.RootElement;
        return new(
            root.GetProperty("seq").GetInt64(),
            Text(root, "activity_id"),
            Text(root, "activity_type"),
            root.TryGetProperty("attempt", out var attempt) ? attempt.GetInt32() : 1)
        {
            Failure = marker.Failure,
            Result = marker.Details.TryGetValue(ResultKey, out var result) && result.Payloads_.Count > 0 ? result.Payloads_[0] : null,
            Backoff = root.TryGetProperty("backoff", out var backoff) ? ReadSpan(backoff) : null,
            CompleteTime = root.TryGetProperty("complete_time", out var complete) ? ReadStamp(complete) : null,
            OriginalScheduleTime = root.TryGetProperty("original_schedule_time", out var original) ? ReadStamp(original) : null,
        };
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;

    // Times and spans are written as the proto types' seconds and nanos, which is how the official SDKs' core writes them.
    private static JsonObject? Stamp(DateTime? time)
    {
        if (time is not { } t)
        {
            return null;
        }

        var stamp = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(t);
        return new() { ["seconds"] = stamp.Seconds, ["nanos"] = stamp.Nanos };
    }

    private static JsonObject Span(TimeSpan span)
    {
        var duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(span);
        return new() { ["seconds"] = duration.Seconds, ["nanos"] = duration.Nanos };
    }

    private static DateTime? ReadStamp(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => DateTime.UnixEpoch + ReadSpan(json)!.Value,
        JsonValueKind.String => DateTime.Parse(
            json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        _ => null,
    };

    private static TimeSpan? ReadSpan(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? TimeSpan.FromSeconds(json.GetProperty("seconds").GetInt64()) + TimeSpan.FromTicks(json.GetProperty("nanos").GetInt32() / 100)
        : null;
}
