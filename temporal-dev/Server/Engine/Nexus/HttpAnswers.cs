using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Nexus.V1;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>What the answers of handlers elsewhere say, which come over HTTP; in the words of the real server.</summary>
internal static class HttpAnswers
{
    private const string StateHeader = "nexus-operation-state";

    private static readonly FrozenDictionary<int, (string Type, string Text)> Errors = new Dictionary<int, (string Type, string Text)>
    {
        [400] = ("BAD_REQUEST", "bad request"),
        [401] = ("UNAUTHENTICATED", "unauthenticated"),
        [403] = ("UNAUTHORIZED", "unauthorized"),
        [404] = ("NOT_FOUND", "not found"),
        [429] = ("RESOURCE_EXHAUSTED", "resource exhausted"),
        [500] = ("INTERNAL", "internal error"),
        [501] = ("NOT_IMPLEMENTED", "not implemented"),
        [503] = ("UNAVAILABLE", "unavailable"),
        [520] = ("UPSTREAM_TIMEOUT", "upstream timeout"),
    }.ToFrozenDictionary();

    /// <summary>The outcome that the answer to an attempt to start an operation tells.</summary>
    public static CallOutcome OfStart(HttpResponseMessage response, byte[] body)
    {
        try
        {
            return (int)response.StatusCode switch
            {
                200 => NexusAnswers.OfResult(PayloadContent.ToPayload(Type(response), body), NexusLinks.Read(Links(response))),
                201 => OfAsync(response, body),
                424 => OfFailed(response, body),
                _ => OfError(response, body, isCancel: false),
            };
        }
        catch (InvalidProtocolBufferException broken)
        {
            return HandlerErrors.OfCall(broken.Message);
        }
    }

    /// <summary>The outcome that the answer to an attempt to cancel an operation tells.</summary>
    public static CallOutcome OfCancel(HttpResponseMessage response, byte[] body) =>
        (int)response.StatusCode == 202 ? new CallOutcome.CancelTaken() : OfError(response, body, isCancel: true);

    /// <summary>Type of a message's content; empty for none.</summary>
    public static string Type(HttpResponseMessage response) =>
        response.Content.Headers.TryGetValues("content-type", out var types) ? string.Join(", ", types) : string.Empty;

    private static CallOutcome OfAsync(HttpResponseMessage response, byte[] body)
    {
        if (!IsJson(response)) return HandlerErrors.OfCall($"invalid response content type: \"{Type(response)}\"");
        JsonObject? info;
        try
        {
            info = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return HandlerErrors.OfCall(body.Length == 0 ? "unexpected end of JSON input" : $"invalid character '{(char)body[0]}' looking for beginning of value");
        }

        var state = Text(info, "state");
        if (state != "running") return HandlerErrors.OfCall($"invalid operation state in response info: \"{state}\"");
        var token = Text(info, "token") is { Length: > 0 } named ? named : Text(info, "id");
        if (token.Length == 0) return HandlerErrors.OfCall("empty operation token in response");
        return token.Length > NexusLimits.TokenLength
            ? HandlerErrors.OfCall($"invalid operation token: length exceeds allowed limit ({token.Length}/{NexusLimits.TokenLength})", isRetryable: false)
            : new CallOutcome.Started(token, NexusLinks.Read(Links(response)));
    }

    private static CallOutcome OfFailed(HttpResponseMessage response, byte[] body)
    {
        if (!IsJson(response)) return HandlerErrors.OfCall($"invalid response content type: \"{Type(response)}\"");
        var state = Header(response, StateHeader);
        if (HttpFailures.Read(body) is not { } failure) return HandlerErrors.OfCall("failed to read Failure from response body");
        return state is "failed" or "canceled"
            ? NexusAnswers.OfError(new() { OperationState = state, Failure = failure })
            : HandlerErrors.OfCall($"invalid operation state header: \"{state}\": {failure.Message}");
    }

    private static CallOutcome OfError(HttpResponseMessage response, byte[] body, bool isCancel)
    {
        var told = IsJson(response) ? HttpFailures.Read(body) : null;
        if (Errors.TryGetValue((int)response.StatusCode, out var error))
        {
            return HandlerErrors.Of(
                new HandlerError
                {
                    ErrorType = error.Type,
                    Failure = told ?? new() { Message = error.Text },
                    RetryBehavior = Header(response, "nexus-request-retryable") switch
                    {
                        "true" => NexusHandlerErrorRetryBehavior.Retryable,
                        "false" => NexusHandlerErrorRetryBehavior.NonRetryable,
                        _ => NexusHandlerErrorRetryBehavior.Unspecified,
                    },
                },
                isCancel);
        }

        var status = $"unexpected response status: \"{(int)response.StatusCode} {response.ReasonPhrase}\"";
        return HandlerErrors.OfCall(told is { Message.Length: > 0 } ? $"{status}: {told.Message}" : status);
    }

    private static bool IsJson(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == PayloadContent.Json;

    private static IEnumerable<Link> Links(HttpResponseMessage response) =>
        response.Headers.TryGetValues("nexus-link", out var values) ? NexusLinks.OfHeader(values) : [];

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : string.Empty;

    private static string Text(JsonObject? json, string name) => json?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;
}
