using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Exceptions;

namespace Temporalio.Converters;

/// <summary>
/// Failures as every Temporal SDK writes them. An exception that is not one of Temporal's becomes an application
/// failure whose type is the short name of the exception's class.
/// </summary>
public class DefaultFailureConverter : IFailureConverter
{
    private const string EncodedMessage = "Encoded failure";

    /// <summary>Creates the converter with default options.</summary>
    public DefaultFailureConverter()
        : this(new DefaultFailureConverterOptions())
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="options">Options.</param>
    protected DefaultFailureConverter(DefaultFailureConverterOptions options) => Options = options;

    /// <summary>Options of this converter.</summary>
    public DefaultFailureConverterOptions Options { get; private init; }

    /// <inheritdoc />
    public virtual Failure ToFailure(Exception exception, IPayloadConverter payloadConverter)
    {
        if (exception is FailureException { Failure: { } received } and not CanceledFailureException { Details: OutboundFailureDetails })
        {
            return received.Clone();
        }

        var failure = new Failure { Message = exception.Message, StackTrace = exception.StackTrace ?? string.Empty };
        if (exception.InnerException is { } inner)
        {
            failure.Cause = ToFailure(inner, payloadConverter);
        }

        SetInfo(failure, exception, payloadConverter);
        if (Options.EncodeCommonAttributes)
        {
            failure.EncodedAttributes = payloadConverter.ToPayload(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["message"] = failure.Message,
                ["stack_trace"] = failure.StackTrace,
            });
            failure.Message = EncodedMessage;
            failure.StackTrace = string.Empty;
        }

        return failure;
    }

    /// <inheritdoc />
    public virtual Exception ToException(Failure failure, IPayloadConverter payloadConverter)
    {
        if (failure.EncodedAttributes is { } attributes)
        {
            failure = WithAttributes(failure, attributes, payloadConverter);
        }

        var inner = failure.Cause is null ? null : ToException(failure.Cause, payloadConverter);
        return failure.FailureInfoCase switch
        {
            Failure.FailureInfoOneofCase.ApplicationFailureInfo =>
                new ApplicationFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.TimeoutFailureInfo =>
                new TimeoutFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.CanceledFailureInfo =>
                new CanceledFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.TerminatedFailureInfo => new TerminatedFailureException(failure, inner, null),
            Failure.FailureInfoOneofCase.ActivityFailureInfo => new ActivityFailureException(failure, inner),
            Failure.FailureInfoOneofCase.ChildWorkflowExecutionFailureInfo =>
                new ChildWorkflowFailureException(failure, inner),
            _ => new FailureException(failure, inner),
        };
    }

    private static void SetInfo(Failure failure, Exception exception, IPayloadConverter payloadConverter)
    {
        switch (exception)
        {
            case ApplicationFailureException application:
                failure.ApplicationFailureInfo = new()
                {
                    Type = application.ErrorType ?? string.Empty,
                    NonRetryable = application.NonRetryable,
                    Details = ToPayloads(application.Details, payloadConverter),
                    NextRetryDelay = application.NextRetryDelay is { } delay ? Duration.FromTimeSpan(delay) : null,
                    Category = application.Category,
                };
                break;
            case CanceledFailureException cancelled:
                failure.CanceledFailureInfo = new() { Details = ToPayloads(cancelled.Details, payloadConverter) };
                break;
            default:
                failure.ApplicationFailureInfo = new() { Type = exception.GetType().Name };
                break;
        }
    }

    private static Payloads? ToPayloads(IFailureDetails details, IPayloadConverter payloadConverter) => details switch
    {
        { Count: 0 } => null,
        OutboundFailureDetails outbound => new() { Payloads_ = { outbound.Details!.Select(payloadConverter.ToPayload) } },
        InboundFailureDetails inbound => new() { Payloads_ = { inbound.Payloads! } },
        _ => null,
    };

    private static Failure WithAttributes(Failure failure, Payload attributes, IPayloadConverter payloadConverter)
    {
        var values = payloadConverter.ToValue<Dictionary<string, string>>(attributes);
        failure = failure.Clone();
        failure.EncodedAttributes = null;
        failure.Message = values.GetValueOrDefault("message", failure.Message);
        failure.StackTrace = values.GetValueOrDefault("stack_trace", failure.StackTrace);
        return failure;
    }

    /// <summary>The default converter with <see cref="DefaultFailureConverterOptions.EncodeCommonAttributes"/>.</summary>
    public class WithEncodedCommonAttributes : DefaultFailureConverter
    {
        /// <summary>Creates the converter.</summary>
        public WithEncodedCommonAttributes()
            : base(new DefaultFailureConverterOptions { EncodeCommonAttributes = true })
        {
        }
    }
}
