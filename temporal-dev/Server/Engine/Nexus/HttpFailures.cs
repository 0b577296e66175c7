using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using NexusFailure = Temporalio.Api.Nexus.V1.Failure;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Failures of the Nexus protocol as JSON in bodies of HTTP messages.</summary>
internal static class HttpFailures
{
    /// <summary>Reads a failure; null for a body that is none.</summary>
    public static NexusFailure? Read(byte[] body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject json) return null;
            var failure = new NexusFailure { Message = (string?)json["message"] ?? string.Empty, StackTrace = (string?)json["stackTrace"] ?? string.Empty };
            foreach (var (name, value) in json["metadata"] as JsonObject ?? []) failure.Metadata[name] = (string?)value ?? string.Empty;
            if (json["details"] is { } details) failure.Details = ByteString.CopyFromUtf8(details.ToJsonString());
            return failure;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A failure that has nothing but a message.</summary>
    public static byte[] Write(string message) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = message }, Plain);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
