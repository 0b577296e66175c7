using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gauntlet.Temporal.Server.Engine.Wire;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Failure = Temporalio.Api.Failure.V1.Failure;
using NexusFailure = Temporalio.Api.Nexus.V1.Failure;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Failures of the Nexus protocol as failures of Temporal's API.</summary>
internal static class NexusFailures
{
    private const string TypeKey = "type";
    private static readonly string TemporalType = Failure.Descriptor.FullName;
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    // As Go writes JSON: nothing beyond what must be is escaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Refuses a failure whose details are not JSON.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">INVALID_ARGUMENT.</exception>
    public static void Check(NexusFailure? failure)
    {
        if (failure is { Details.IsEmpty: false } && Details(failure) is null) throw Refusals.Invalid("failure details must be JSON serializable");
    }

    /// <summary>What a handler's failure says: one of Temporal's own as it is, any other as an application failure.</summary>
    /// <param name="failure">A checked failure.</param>
    /// <param name="isFinal">Nothing can be gained by trying again.</param>
    public static Failure ToFailure(NexusFailure failure, bool isFinal) => Own(failure) ?? new()
    {
        Message = failure.Message,
        StackTrace = failure.StackTrace,
        ApplicationFailureInfo = new() { Type = "NexusFailure", NonRetryable = isFinal, Details = Rest(failure) },
    };

    /// <summary>The same for an operation that was canceled.</summary>
    public static Failure ToCancellation(NexusFailure failure)
    {
        if (Own(failure) is not { } own)
        {
            return new() { Message = failure.Message, CanceledFailureInfo = new CanceledFailureInfo { Details = Rest(failure) } };
        }

        if (own.CanceledFailureInfo is null) own.CanceledFailureInfo = new();
        return own;
    }

    private static Failure? Own(NexusFailure failure)
    {
        if (failure.Metadata.GetValueOrDefault(TypeKey) != TemporalType) return null;
        try
        {
            var own = Parser.Parse<Failure>(failure.Details.ToStringUtf8());
            own.Message = failure.Message;
            if (failure.StackTrace.Length > 0) own.StackTrace = failure.StackTrace;
            return own;
        }
        catch (InvalidProtocolBufferException)
        {
            // Says that it is one of Temporal's and is not: it is shown as it came.
            return null;
        }
    }

    // What the message does not say, as a payload.
    private static Payloads? Rest(NexusFailure failure)
    {
        if (failure.Metadata.Count == 0 && failure.Details.IsEmpty) return null;
        var rest = new JsonObject { ["message"] = string.Empty };
        if (failure.Metadata.Count > 0)
        {
            rest["metadata"] = new JsonObject(failure.Metadata.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        }

        if (!failure.Details.IsEmpty) rest["details"] = Details(failure)?.RootElement.Deserialize<JsonNode>();
        return new()
        {
            Payloads_ =
            {
                new Payload
                {
                    Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                    Data = ByteString.CopyFromUtf8(rest.ToJsonString(Plain)),
                },
            },
        };
    }

    private static JsonDocument? Details(NexusFailure failure)
    {
        try
        {
            return JsonDocument.Parse(failure.Details.Memory);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
