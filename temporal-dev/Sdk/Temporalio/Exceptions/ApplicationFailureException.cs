using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>A failure that user code raises on purpose, or that any other exception of user code becomes.</summary>
public class ApplicationFailureException : FailureException
{
    /// <summary>Creates a failure.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">Kind of error, what <c>NonRetryableErrorTypes</c> of a retry policy matches.</param>
    /// <param name="nonRetryable">True if no retry policy may retry it.</param>
    /// <param name="details">Values to attach.</param>
    /// <param name="nextRetryDelay">Delay before the next attempt, instead of the retry policy's.</param>
    /// <param name="category">How the failure is logged and counted.</param>
    public ApplicationFailureException(
        string message,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : this(message, null, errorType, nonRetryable, details, nextRetryDelay, category)
    {
    }

    /// <summary>Creates a failure with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause.</param>
    /// <param name="errorType">Kind of error, what <c>NonRetryableErrorTypes</c> of a retry policy matches.</param>
    /// <param name="nonRetryable">True if no retry policy may retry it.</param>
    /// <param name="details">Values to attach.</param>
    /// <param name="nextRetryDelay">Delay before the next attempt, instead of the retry policy's.</param>
    /// <param name="category">How the failure is logged and counted.</param>
    public ApplicationFailureException(
        string message,
        Exception? inner,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : base(message, inner)
    {
        ErrorType = errorType;
        NonRetryable = nonRetryable;
        Details = new OutboundFailureDetails(details);
        NextRetryDelay = nextRetryDelay;
        Category = category;
    }

    /// <summary>Creates the failure that the server reported.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The cause, already converted.</param>
    /// <param name="converter">Converter to read the details with.</param>
    protected internal ApplicationFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.ApplicationFailureInfo
            ?? throw new ArgumentException("The failure has no application failure info.", nameof(failure));
        ErrorType = info.Type.Length == 0 ? null : info.Type;
        NonRetryable = info.NonRetryable;
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
        NextRetryDelay = info.NextRetryDelay?.ToTimeSpan();
        Category = info.Category;
    }

    /// <summary>Kind of error, null if none was given.</summary>
    public string? ErrorType { get; protected init; }

    /// <summary>Whether no retry policy may retry it.</summary>
    public bool NonRetryable { get; protected init; }

    /// <summary>Values attached, never null.</summary>
    public IFailureDetails Details { get; protected init; }

    /// <summary>Delay before the next attempt; null leaves it to the retry policy.</summary>
    public TimeSpan? NextRetryDelay { get; protected init; }

    /// <summary>How the failure is logged and counted.</summary>
    public ApplicationErrorCategory Category { get; protected init; }
}
