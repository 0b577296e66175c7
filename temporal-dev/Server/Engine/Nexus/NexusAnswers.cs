using Gauntlet.Temporal.Server.Engine.Calls;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Nexus.V1;
using Temporalio.Api.WorkflowService.V1;
using Link = Temporalio.Api.Common.V1.Link;
using Variant = Temporalio.Api.Nexus.V1.StartOperationResponse.VariantOneofCase;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>Reads the answers of workers, refusing what no handler may say.</summary>
internal static class NexusAnswers
{
    /// <summary>The outcome that an answer tells.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">INVALID_ARGUMENT.</exception>
    public static CallOutcome Of(Response? response) => response?.StartOperation is { } start ? OfStart(start) : new CallOutcome.CancelTaken();

    /// <summary>The outcome of an answer that is an error.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">INVALID_ARGUMENT.</exception>
    public static CallOutcome Of(RespondNexusTaskFailedRequest request, bool isCancel)
    {
        NexusFailures.Check(request.Error?.Failure);
        if (request.Error is not null || request.Failure?.NexusHandlerFailureInfo is not { } info) return HandlerErrors.Of(request.Error, isCancel);
        var known = HandlerErrors.Of(new HandlerError { ErrorType = info.Type, RetryBehavior = info.RetryBehavior }, isCancel);
        return known with { Error = request.Failure };
    }

    private static CallOutcome OfStart(StartOperationResponse start)
    {
        switch (start.VariantCase)
        {
            case Variant.SyncSuccess:
                return OfResult(start.SyncSuccess.Payload, NexusLinks.Read(start.SyncSuccess.Links));
            case Variant.AsyncSuccess:
                var token = start.AsyncSuccess.OperationToken.Length > 0 ? start.AsyncSuccess.OperationToken : start.AsyncSuccess.OperationId;

                // The real server's words, its slip of the pen with them.
                RequestChecks.Require(token.Length > 0, "missing opration token in response");
                RequestChecks.Require(
                    token.Length <= NexusLimits.TokenLength, $"operation token length exceeds allowed limit ({token.Length}/{NexusLimits.TokenLength})");
                return new CallOutcome.Started(token, NexusLinks.Read(start.AsyncSuccess.Links));
            case Variant.OperationError:
                return OfError(start.OperationError);
            case Variant.Failure:
                return start.Failure.CanceledFailureInfo is null ? new CallOutcome.Failed(start.Failure) : new CallOutcome.Canceled(start.Failure);
            default:
                return HandlerErrors.Of("INTERNAL", "empty outcome");
        }
    }

    /// <summary>The outcome of an operation that is done.</summary>
    public static CallOutcome OfResult(Payload? result, IReadOnlyList<Link> links)
    {
        result ??= NexusRequests.NullPayload();
        return result.CalculateSize() > EngineLimits.BlobBytes
            ? HandlerErrors.OfCall("http: response body too large", isRetryable: false)
            : new CallOutcome.Completed(result, links);
    }

    /// <summary>The outcome of an operation that has ended without success.</summary>
    public static CallOutcome OfError(UnsuccessfulOperationError error)
    {
        var failure = error.Failure ?? new();
        NexusFailures.Check(failure);
        return error.OperationState switch
        {
            "failed" => new CallOutcome.Failed(NexusFailures.ToFailure(failure, isFinal: true)),
            "canceled" => new CallOutcome.Canceled(NexusFailures.ToCancellation(failure)),
            _ => HandlerErrors.Of("INTERNAL", "internal error"),
        };
    }
}
