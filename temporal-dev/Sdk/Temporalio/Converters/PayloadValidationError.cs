using Temporalio.Exceptions;

namespace Temporalio.Converters;

/// <summary>The failure by which a converter says that the input of a call is not valid.</summary>
public static class PayloadValidationError
{
    /// <summary>Makes the failure; it is not retried.</summary>
    /// <param name="details">What is wrong, sent along with the failure; null for nothing.</param>
    /// <returns>A failure of type <c>PayloadValidationError</c>.</returns>
    public static ApplicationFailureException CreateException(object? details) => new(
        "Payload validation failed",
        errorType: nameof(PayloadValidationError),
        nonRetryable: true,
        details: details is null ? [] : [details]);
}
