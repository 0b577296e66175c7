using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Nexus.V1;
using Failure = Temporalio.Api.Failure.V1.Failure;
using NexusFailure = Temporalio.Api.Nexus.V1.Failure;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Errors by which a handler says that it could not handle a call.</summary>
internal static class HandlerErrors
{
    private const string Internal = "INTERNAL";

    // Whether another attempt may succeed, where the error does not say so itself.
    private static readonly FrozenDictionary<string, bool> Retryable = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["BAD_REQUEST"] = false,
        ["UNAUTHENTICATED"] = false,
        ["UNAUTHORIZED"] = false,
        ["NOT_FOUND"] = false,
        ["NOT_IMPLEMENTED"] = false,
        ["RESOURCE_EXHAUSTED"] = true,
        [Internal] = true,
        ["UNAVAILABLE"] = true,
        ["UPSTREAM_TIMEOUT"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An error as a handler gave it; one of a kind that nobody knows is an internal one.</summary>
    public static CallOutcome.Refused Of(HandlerError? error, bool isCancel)
    {
        if (error is null || !Retryable.TryGetValue(error.ErrorType, out var retries)) return Of(Internal, "internal error");
        retries = error.RetryBehavior switch
        {
            NexusHandlerErrorRetryBehavior.Retryable => true,
            NexusHandlerErrorRetryBehavior.NonRetryable => false,
            _ => retries,
        };
        return Of(error.ErrorType, NexusFailures.ToFailure(error.Failure ?? new(), isFinal: isCancel && !retries), error.RetryBehavior, retries);
    }

    /// <summary>An error of the server's own making.</summary>
    public static CallOutcome.Refused Of(string type, string text) =>
        Of(type, NexusFailures.ToFailure(new NexusFailure { Message = text }, isFinal: false), default, Retryable[type]);

    /// <summary>The endpoint is not there any more.</summary>
    public static CallOutcome.Refused NoEndpoint() => Of(
        "NOT_FOUND", new Failure { Message = "endpoint not registered", ApplicationFailureInfo = new() }, default, isRetryable: false);

    /// <summary>The call itself failed: the handler did not answer, or not what it should.</summary>
    public static CallOutcome.Refused OfCall(string text, bool isRetryable = true) =>
        new(new() { Message = text, ApplicationFailureInfo = new() { Type = "CallError" } }, isRetryable, isRetryable);

    private static CallOutcome.Refused Of(string type, Failure cause, NexusHandlerErrorRetryBehavior behavior, bool isRetryable) => new(
        new()
        {
            Message = $"handler error ({type}): {cause.Message}",
            Cause = cause,
            NexusHandlerFailureInfo = new NexusHandlerFailureInfo { Type = type, RetryBehavior = behavior },
        },
        isRetryable,
        isRetryable);
}
